import type { RunEvent } from "#engine";
import type { ShelvedRun } from "#store";
import type { Home } from "../app/home.ts";
import { bundleOf } from "./verify-run.ts";

/** Saves the run's evidence as one file and answers with its name; undefined while nobody can seal it. */
export async function saveEvidence(
  home: Home,
  run: ShelvedRun,
  events: readonly RunEvent[],
): Promise<string | undefined> {
  const bundle = await bundleOf(await home.house(), run.runId, events);
  if (bundle === undefined) return undefined;
  const { plainTitle, saveFile } = await import("../exchange/index.ts");
  const name = `${plainTitle(run.flow.title)}-${run.runId}.gatehouse.zip`;
  saveFile(name, new Uint8Array(bundle), "application/zip");
  return name;
}
