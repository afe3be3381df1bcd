import type { ShelvedRun } from "#store";
import type { Home } from "../app/home.ts";

/** Saves the signed state of the run's log and answers with the file's name; undefined while nothing is signed. */
export async function saveReceipt(home: Home, run: ShelvedRun): Promise<string | undefined> {
  const { house } = await home.house();
  const receipt = await house.workspace.receipt(run.runId);
  if (receipt === undefined) return undefined;
  const { plainTitle, saveFile } = await import("../exchange/index.ts");
  const name = `${plainTitle(run.flow.title)}-${run.runId}.receipt.txt`;
  saveFile(name, receipt, "text/plain");
  return name;
}
