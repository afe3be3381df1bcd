export { loadSqliteEngine } from "./engine.ts";
export { meterSqlite } from "./meter.ts";
