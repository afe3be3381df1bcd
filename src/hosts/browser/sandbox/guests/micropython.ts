import { loadMicroPythonEngine } from "#hosts/sandbox/guest/micropython";
import { serveGuest } from "../serve-guest.ts";

serveGuest(async (bytes) => loadMicroPythonEngine(await WebAssembly.compile(bytes)));
