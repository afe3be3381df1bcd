import { isKind, type RunEvent, type WhatIf } from "#engine";
import type { BehaviourWords } from "../messages/behaviour/index.ts";
import type { PlayedRun } from "./play-again.ts";

/** Why a chat would have gone otherwise, in one sentence; empty where it would not have. */
export function whySentence({ found, problem, effect }: PlayedRun, { whatIf }: BehaviourWords): string {
  if (problem !== undefined) return problem === "erased" ? whatIf.erased : whatIf.unreadable;
  if (found === undefined || effect === "same") return "";
  const at = messageNumber(found);
  return [at === undefined ? undefined : whatIf.message(at), reasonOf(found, whatIf)]
    .filter((part) => part !== undefined)
    .join(": ");
}

function messageNumber({ turns }: WhatIf): number | undefined {
  const number = Number(turns.at(-1)?.key.slice(1));
  return Number.isInteger(number) ? number : undefined;
}

function reasonOf({ effect, because, lacking }: WhatIf, words: BehaviourWords["whatIf"]): string {
  if (lacking?.withoutTool !== undefined) return words.notPermitted(lacking.withoutTool);
  if (effect === "unknown") return words.newAnswer;
  if (effect === "other-path") return words.otherSteps;
  return because === undefined ? words.newAnswer : eventSentence(because.event, words);
}

function eventSentence(event: RunEvent, words: BehaviourWords["whatIf"]): string {
  if (isKind(event, "guardrail.result")) {
    const categories = event.attrs.categories.join(", ");
    return categories === "" ? words.firewallAny : words.firewall(categories);
  }
  if (isKind(event, "approval.request")) return event.values.rule || event.values.sentence || "";
  if (isKind(event, "privilege.request") || isKind(event, "privilege.deny") || isKind(event, "limit.hit"))
    return event.values.sentence ?? "";
  return words.otherSteps;
}
