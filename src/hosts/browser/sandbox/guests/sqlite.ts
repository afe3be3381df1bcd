import { loadSqliteEngine } from "#hosts/sandbox/guest/sqlite";
import { serveGuest } from "../serve-guest.ts";

serveGuest(async (bytes) => loadSqliteEngine(await WebAssembly.compile(bytes)));
