export { loadSqliteEngine } from "./engine.ts";
