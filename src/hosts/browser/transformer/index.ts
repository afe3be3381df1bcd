import { createTransformer } from "#hosts/transformer";
import type { Transformer } from "#pillars/firewall";
import { startTransformerWorker } from "./line.ts";
import { createModelFiles, type ModelFiles } from "./model-files.ts";

export { createModelFiles } from "./model-files.ts";
export type { ModelFiles } from "./model-files.ts";

export function createBrowserTransformer(files: ModelFiles = createModelFiles()): Transformer {
  return createTransformer({ file: (sha256) => files.read(sha256), start: startTransformerWorker });
}
