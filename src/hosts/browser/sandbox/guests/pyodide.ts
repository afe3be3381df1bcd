import { loadPyodideEngine, unpackParcel } from "#hosts/sandbox/guest/pyodide";
import { serveGuest } from "../serve-guest.ts";

serveGuest(async (bytes) => {
  const { engine, ...rest } = unpackParcel(bytes);
  return loadPyodideEngine({ module: await WebAssembly.compile(engine), ...rest });
});
