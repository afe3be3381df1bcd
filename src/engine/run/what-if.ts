import type { Plan } from "../verify/compile.ts";
import { isKind, type RunEvent } from "./events.ts";
import type { RunHost } from "./host.ts";
import { turnFacts, type TurnFacts, type TurnOutcome } from "./outcome.ts";
import { playTurn, recordedTurn, recordStart } from "./run.ts";
import { createWhatIfJournal, type Lacking } from "./what-if-journal.ts";
import type { Change } from "./what-if-play.ts";

/** What a changed plan would have made of a recorded run. */
export const whatIfEffects = [
  /** Every message would have ended as it did, by the same way. */
  "same",
  /** A message that went through would have been blocked, denied, or ended at a limit. */
  "stopped",
  /** A person would have been asked where none was. */
  "asked",
  /** What was stopped, or asked about, would have gone on. */
  "let-through",
  /** Other steps would have run, or steps with other values. */
  "other-path",
  /** A model or a tool would have been asked something new, and nobody knows what it would have answered. */
  "unknown",
] as const;
export type WhatIfEffect = (typeof whatIfEffects)[number];

export interface WhatIfTurn {
  readonly key: string;
  readonly was: Pick<TurnFacts, "outcome" | "asked">;
  /** No outcome where the record could not answer. */
  readonly now: { readonly outcome: TurnOutcome | undefined; readonly asked: boolean };
  readonly effect: WhatIfEffect;
}

export interface WhatIf {
  /** That of the first message that would have gone otherwise; later ones were written in answer to what then did not happen. */
  readonly effect: WhatIfEffect;
  /** Up to that message. */
  readonly turns: readonly WhatIfTurn[];
  /** What tipped it: the first change that has the effect. */
  readonly because: Change | undefined;
  /** Everything that came out otherwise, also what has no effect (another score under the threshold). */
  readonly changes: readonly Change[];
  readonly lacking: Lacking | undefined;
  /** Whether a model is taken to answer alike without tools that it was offered and did not use. */
  readonly assumes: boolean;
}

export interface WhatIfOptions {
  /** Whether the limits of the day are those under which it was recorded. */
  readonly sameDayLimits: boolean;
}

/**
 * Plays a recorded run again through another plan: decisions are made anew, answers of models, tools and people are those of
 * the record wherever they were asked the very same; people about the same call, whichever rule has them asked. Nothing is written and nothing is reached. Throws RunError `value-erased`
 * where a message was erased.
 */
export async function whatIf(
  recorded: readonly RunEvent[],
  plan: Plan,
  host: RunHost,
  { sameDayLimits }: WhatIfOptions,
): Promise<WhatIf> {
  const journal = createWhatIfJournal(host.runId, recorded, { withoutClaims: !sameDayLimits });
  const turns: WhatIfTurn[] = [];
  for (const was of turnFacts(recorded)) {
    const before = journal.changes().length;
    const now = await playAgain(was, recorded, plan, host, journal);
    const changes = journal.changes().slice(before);
    const effect = effectOf(was, now, changes, journal.lacking());
    turns.push({ key: was.key, was: { outcome: was.outcome, asked: was.asked }, now, effect });
    if (effect === "same" && wasCut(was)) journal.endAsRecorded(was.events);
    if (effect !== "same") return { effect, turns, because: causeOf(effect, changes), ...found(journal) };
  }
  return { effect: "same", turns, because: undefined, ...found(journal) };
}

type WhatIfRun = ReturnType<typeof createWhatIfJournal>;

function found(journal: WhatIfRun): Pick<WhatIf, "changes" | "lacking" | "assumes"> {
  return { changes: journal.changes(), lacking: journal.lacking(), assumes: journal.assumes() };
}

async function playAgain(
  was: TurnFacts,
  recorded: readonly RunEvent[],
  plan: Plan,
  host: RunHost,
  journal: WhatIfRun,
): Promise<WhatIfTurn["now"]> {
  const [start] = was.events;
  if (start === undefined || !isKind(start, "turn.start")) return { outcome: undefined, asked: false };
  try {
    const turn = recordedTurn(start, recorded);
    await recordStart(turn, journal);
    await playTurn(plan, turn, journal, { ...host, isReplay: true }, () => undefined);
  } catch (problem) {
    // What is lacking ends the turn in whatever way; anything else that is thrown is a broken record or a bug.
    if (journal.lacking() === undefined) throw problem;
  }
  const now = turnFacts(journal.reached()).find(({ key }) => key === was.key);
  return {
    outcome: journal.lacking() === undefined ? now?.outcome : undefined,
    asked: now?.asked === true,
  };
}

const ends: ReadonlySet<TurnOutcome> = new Set<TurnOutcome>(["blocked", "denied", "failed", "stopped"]);

function effectOf(
  was: TurnFacts,
  now: WhatIfTurn["now"],
  changes: readonly Change[],
  lacking: Lacking | undefined,
): WhatIfEffect {
  const wasEnded = ends.has(was.outcome) && !wasCut(was);
  if (isToTheCut(was, now, changes, lacking)) return "same";
  if (!wasEnded && lacking?.withoutTool !== undefined) return "stopped";
  if (now.outcome !== undefined && ends.has(now.outcome) && now.outcome !== was.outcome)
    return wasEnded ? "other-path" : "stopped";
  if (now.outcome === undefined && !wasEnded && changes.some(isStop)) return "stopped";
  if (now.asked && (!was.asked || (now.outcome === "waiting" && was.outcome !== "waiting"))) return "asked";
  const isPastStop = wasHeld(was) && now.outcome !== was.outcome;
  const isPastQuestion = was.asked && !now.asked && (now.outcome === undefined || now.outcome === was.outcome);
  // An answer that is lacking earlier says nothing about what would have come later.
  const isKnown = lacking === undefined || isBeyond(was, lacking) || changes.some(isRelease);
  if (isKnown && (isPastStop || isPastQuestion || (was.outcome === "waiting" && !now.asked))) return "let-through";
  if (now.outcome === undefined) return "unknown";
  return now.outcome === was.outcome && !changes.some(isWay) ? "same" : "other-path";
}

/** Whether a guard or a person's no ended the turn, and not a fault. */
function wasHeld({ outcome, events }: TurnFacts): boolean {
  return outcome === "blocked" || outcome === "denied" || events.some(({ kind }) => kind === "limit.hit");
}

/** Whether somebody pressed stop, or the record breaks off. */
function wasCut({ outcome, events }: TurnFacts): boolean {
  return outcome === "unfinished" || events.some(({ kind }) => kind === "kill.switch");
}

/**
 * Whether a turn that was cut off came as far as it had come, by the same way: what lies behind that nobody knows, and nobody
 * asked. What the record does not have was not reached any more.
 */
function isToTheCut(
  was: TurnFacts,
  now: WhatIfTurn["now"],
  changes: readonly Change[],
  lacking: Lacking | undefined,
): boolean {
  const known = changes.filter(({ recorded }) => recorded !== undefined);
  if (!wasCut(was) || known.some((change) => isWay(change) || isStop(change))) return false;
  if (lacking === undefined) return now.outcome === was.outcome || now.outcome === "waiting";
  return isBeyond(was, lacking);
}

/** Whether what was held is not held any more. */
function isRelease({ event, recorded }: Change): boolean {
  if (recorded === undefined) return false;
  if (isKind(event, "privilege.request") && isKind(recorded, "privilege.request"))
    return event.attrs.decision === "allow" && recorded.attrs.decision !== "allow";
  const holds = ({ attrs }: { attrs: { verdict: string } }) => attrs.verdict === "block" || attrs.verdict === "ask";
  return isKind(event, "guardrail.result") && isKind(recorded, "guardrail.result") && holds(recorded) && !holds(event);
}

/** Whether the record never came to ask this: it was stopped, or went another way, before. */
function isBeyond({ events }: TurnFacts, lacking: Lacking): boolean {
  return !events.some(({ kind, key }) => kind === lacking.kind && key === lacking.key);
}

function isWay({ event }: Pick<Change, "event">): boolean {
  return event.kind === "edge.taken" || event.kind === "node.start" || event.kind === "node.end";
}

function isStop({ event }: Pick<Change, "event">): boolean {
  return (
    (isKind(event, "guardrail.result") && event.attrs.verdict === "block") ||
    (isKind(event, "privilege.request") && event.attrs.decision === "deny") ||
    event.kind === "privilege.deny" ||
    event.kind === "limit.hit"
  );
}

function causeOf(effect: WhatIfEffect, changes: readonly Change[]): Change | undefined {
  return changes.find((change) => isCause(effect, change)) ?? changes[0];
}

function isCause(effect: WhatIfEffect, { event }: Change): boolean {
  switch (effect) {
    case "stopped":
      return isStop({ event });
    case "asked":
      return event.kind === "approval.request";
    case "let-through":
      return isKind(event, "privilege.request") || isKind(event, "guardrail.result");
    case "other-path":
      return isWay({ event });
    case "unknown":
    case "same":
      return true;
  }
}
