import { readFileSync, writeFileSync } from "node:fs";
import { withDiagram } from "./diagram.ts";

const file = new URL("../../ARCHITECTURE.md", import.meta.url);
writeFileSync(file, withDiagram(readFileSync(file, "utf8")));
