import type { RunEvent } from "#engine";
import type { DerivedFormat } from "#pillars/trace";
import type { ShelvedRun } from "#store";
import type { Home } from "../app/home.ts";
import { bundleOf } from "./verify-run.ts";

/** Saves the run's evidence as one file, or its steps in another format, and answers with its name; undefined while nobody can seal it. */
export async function saveEvidence(
  home: Home,
  run: ShelvedRun,
  events: readonly RunEvent[],
  format?: DerivedFormat,
): Promise<string | undefined> {
  const bundle = await bundleOf(await home.house(), run.runId, events);
  if (bundle === undefined) return undefined;
  const { plainTitle, saveFile } = await import("../exchange/index.ts");
  const stem = `${plainTitle(run.flow.title)}-${run.runId}`;
  if (format === undefined) {
    const name = `${stem}.gatehouse.zip`;
    saveFile(name, new Uint8Array(bundle), "application/zip");
    return name;
  }
  const { derivedFile, derivedFormats } = await import("#pillars/trace");
  const { extension, mediaType } = derivedFormats[format];
  const content = new Uint8Array(derivedFile(bundle, format));
  saveFile(stem + extension, format === "csv" ? marked(content) : content, mediaType);
  return stem + extension;
}

/** A spreadsheet that a double click opens takes a text without this mark for another encoding. */
function marked(text: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(3 + text.length);
  bytes.set([0xef, 0xbb, 0xbf]);
  bytes.set(text, 3);
  return bytes;
}
