import { loadQuickJsEngine } from "#hosts/sandbox/guest/quickjs";
import { serveGuest } from "../serve-guest.ts";

serveGuest(async (bytes) => loadQuickJsEngine(await WebAssembly.compile(bytes)));
