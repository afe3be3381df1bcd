import type { Flow } from "#engine";
import { loadCedar } from "#hosts/browser";
import { registry } from "#nodes";
import { reachOf, reachWords, type ReachPhrases } from "#pillars/privileges";
import { storedLanguage } from "../app/language.ts";
import type { Reach, SaidRow } from "./use-reach.ts";

/**
 * Tells row by row who can do what, until it is no longer wanted. A module of its own, fetched when the table is looked at: it
 * brings Cedar and every kind of step.
 */
export async function workOut(flow: Flow, tell: (reach: Reach) => void, isGone: () => boolean): Promise<void> {
  const [engine, phrases] = await Promise.all([loadCedar(), phrasesHere()]);
  const rows: SaidRow[] = [];
  for (const more of reachOf(flow, registry, engine)) {
    if (isGone()) return;
    rows.push(...more.map((row) => ({ ...row, words: reachWords(row, phrases) })));
    tell({ state: "working", rows: [...rows] });
    // One tool takes some milliseconds of Cedar: the page draws in between.
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  tell({ state: "done", rows });
}

/** English is what the rules speak by themselves. */
async function phrasesHere(): Promise<ReachPhrases | undefined> {
  return storedLanguage() === "de" ? (await import("./german.ts")).german : undefined;
}
