import type { RunEvent } from "#engine";
import type { Copy } from "#hosts/workspace";
import type { DerivedFormat } from "#pillars/trace";
import type { ShelvedRun } from "#store";
import type { Home } from "../app/home.ts";
import { bundleOf } from "./verify-run.ts";

export interface Wanted {
  /** Its steps for other tools, instead of the evidence. */
  readonly format?: DerivedFormat | undefined;
  /** Sizes of the ledger under receipts that the evidence has to be comparable with. */
  readonly since?: readonly number[];
  /** True for values to leave out. */
  readonly withhold?: Copy["withhold"];
}

/** Saves the run's evidence as one file, or its steps in another format, and answers with its name; undefined while nobody can seal it. */
export async function saveEvidence(
  home: Home,
  run: ShelvedRun,
  events: readonly RunEvent[],
  { format, since, withhold }: Wanted = {},
): Promise<string | undefined> {
  const bundle = await bundleOf(await home.house(), run.runId, events, { since, ...(withhold && { withhold }) });
  if (bundle === undefined) return undefined;
  const { plainTitle, saveFile, spreadsheetText } = await import("../exchange/index.ts");
  const stem = `${plainTitle(run.flow.title)}-${run.runId}`;
  if (format === undefined) {
    const name = `${stem}.gatehouse.zip`;
    saveFile(name, new Uint8Array(bundle), "application/zip");
    return name;
  }
  const { derivedFile, derivedFormats } = await import("#pillars/trace");
  const { extension, mediaType } = derivedFormats[format];
  const content = new Uint8Array(derivedFile(bundle, format));
  saveFile(stem + extension, format === "csv" ? spreadsheetText(content) : content, mediaType);
  return stem + extension;
}
