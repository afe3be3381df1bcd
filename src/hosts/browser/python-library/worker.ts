import { z } from "zod";
import { makeParcel, packParcel, published } from "#hosts/sandbox/guest/pyodide";
import { digestOfFile } from "#hosts/transformer";

const buffer = z.instanceof(ArrayBuffer);
const given = z.object({ engine: buffer, library: buffer });

z.config({ jitless: true });
self.addEventListener("message", ({ data }: MessageEvent<unknown>) => void answer(data));

async function answer(data: unknown): Promise<void> {
  const { engine, library } = given.parse(data);
  const files = { engine: new Uint8Array(engine), library: new Uint8Array(library) };
  for (const name of ["engine", "library"] as const)
    if ((await digestOfFile(files[name])) !== published[name].sha256) return self.postMessage(undefined);
  self.postMessage(new Blob([packParcel(await makeParcel(files))]));
}
