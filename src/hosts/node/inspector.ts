import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInspector, readClassifiers, shippedModel, type Inspector } from "#pillars/firewall";

let loading: Promise<Inspector> | undefined;

/**
 * The firewall with all it has learned; its file is read once. Rejects with one sentence when that is missing or is not
 * this version's.
 */
export function createNodeInspector(): Promise<Inspector> {
  loading ??= readShipped().then((bytes) => createInspector(readClassifiers(bytes)));
  return loading;
}

async function readShipped(): Promise<Uint8Array> {
  try {
    return await readFile(join(import.meta.dirname, "../../../public", shippedModel.file));
  } catch (problem) {
    throw new Error("The firewall's text model is missing, so nothing can be inspected.", { cause: problem });
  }
}
