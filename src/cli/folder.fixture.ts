import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own for a test, and files in it. */
export async function openFolder() {
  const path = await mkdtemp(join(tmpdir(), "gatehouse-cli-"));
  return {
    state: join(path, "state"),
    at: (name: string) => join(path, name),
    async write(name: string, content: unknown) {
      const file = join(path, name);
      await writeFile(file, typeof content === "string" ? content : JSON.stringify(content));
      return file;
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
}
