export { cedarFiles, type CedarFiles } from "./cedar-files.ts";
