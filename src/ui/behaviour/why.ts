import { isKind, type RunEvent, type WhatIf } from "#engine";
import type { BehaviourWords } from "../messages/behaviour/index.ts";
import { decisive, findingsOf } from "../run-log/findings.ts";
import { reasonOf, ruleSaidOf, saidOf } from "../run-log/said.ts";
import { pageWords } from "../run-side/words.ts";
import type { PlayedRun } from "./play-again.ts";

/** Why a chat would have gone otherwise, in one sentence; empty where it would not have. */
export function whySentence({ found, problem, effect }: PlayedRun, { whatIf }: BehaviourWords): string {
  if (problem !== undefined) return problem === "erased" ? whatIf.erased : whatIf.unreadable;
  if (found === undefined || effect === "same") return "";
  const at = messageNumber(found);
  return [at === undefined ? undefined : whatIf.message(at), tippedBy(found, whatIf)]
    .filter((part) => part !== undefined)
    .join(": ");
}

function messageNumber({ turns }: WhatIf): number | undefined {
  const number = Number(turns.at(-1)?.key.slice(1));
  return Number.isInteger(number) ? number : undefined;
}

function tippedBy({ effect, because, lacking }: WhatIf, words: BehaviourWords["whatIf"]): string {
  if (lacking?.withoutTool !== undefined) return words.notPermitted(lacking.withoutTool);
  if (effect === "unknown") return words.newAnswer;
  if (effect === "other-path") return words.otherSteps;
  return because === undefined ? words.newAnswer : eventSentence(because.event, words);
}

function eventSentence(event: RunEvent, words: BehaviourWords["whatIf"]): string {
  const reading = { words: pageWords() };
  if (isKind(event, "guardrail.result")) {
    const surest = decisive(findingsOf(event));
    return surest === undefined ? words.firewallAny : words.firewall(reasonOf(surest, reading));
  }
  if (isKind(event, "privilege.deny") || isKind(event, "limit.hit")) return saidOf(event, reading) ?? "";
  if (isKind(event, "approval.request")) return ruleSaidOf(event.values.rule || event.values.sentence, reading) ?? "";
  if (isKind(event, "privilege.request")) return ruleSaidOf(event.values.sentence, reading) ?? "";
  return words.otherSteps;
}
