import type { WaitingRun } from "#hosts/browser";
import { notify } from "#ui/kit";
import type { OpenedHouse } from "../app/open-house.ts";
import { pageWords } from "./words.ts";

/** Saves a waiting request as a file that somebody else's Gatehouse decides about. */
export async function sendRequest({ house }: OpenedHouse, waiting: WaitingRun): Promise<void> {
  const { decide } = pageWords();
  try {
    const content = await house.requestFile(waiting);
    const { plainTitle, saveFile } = await import("../exchange/index.ts");
    const file = `request-${plainTitle(waiting.run.flow.title)}.json`;
    saveFile(file, content, "application/json");
    void notify({ text: decide.sent(file) });
  } catch {
    void notify({ text: decide.fileFailed, signal: "stop" });
  }
}
