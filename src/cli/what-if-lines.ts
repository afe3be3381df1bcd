import { isKind, type RunEvent, type WhatIf, type WhatIfEffect } from "#engine";

/** How many recorded runs a changed flow would have had each effect on. */
export type Totals = Readonly<Record<WhatIfEffect, number>> & { readonly runs: number };

const effects: Record<WhatIfEffect, string> = {
  same: "would have ended as it did",
  stopped: "would have been stopped",
  asked: "would have asked a person",
  "let-through": "would have let through what was stopped or asked about",
  "other-path": "would have gone another way",
  unknown: "cannot be said without asking a model or a tool again",
};

export function totalsOf(found: readonly WhatIfEffect[]): Totals {
  const totals = { same: 0, stopped: 0, asked: 0, "let-through": 0, "other-path": 0, unknown: 0 };
  for (const effect of found) totals[effect] += 1;
  return { ...totals, runs: found.length };
}

/** "This flow would have stopped 3 of 412 runs, asked a person in 5, …" */
export function totalsSentence(totals: Totals): string {
  const parts = [
    `stopped ${totals.stopped} of ${totals.runs} runs`,
    `asked a person in ${totals.asked}`,
    `let through ${totals["let-through"]}`,
    `gone another way in ${totals["other-path"]}`,
  ];
  return `This flow would have ${parts.join(", ")}; ${totals.same} as recorded, ${totals.unknown} cannot be said.`;
}

export function effectSentence({ effect, because, lacking, assumes, turns }: WhatIf): string {
  const at = turns.at(-1)?.key.replace("t", "message ") ?? "";
  const where = effect === "same" ? "Every message" : `From ${at} on it`;
  const reason =
    lacking?.withoutTool === undefined ? reasonOf(because?.event) : `${lacking.withoutTool} is not permitted`;
  const tail = reason === undefined || effect === "same" || effect === "unknown" ? "" : `: ${reason}`;
  const assumed = assumes ? " A model is taken to answer alike without tools that it did not use." : "";
  return `${where} ${effects[effect]}${tail.replace(/\.$/u, "")}.${assumed}`;
}

function reasonOf(event: RunEvent | undefined): string | undefined {
  if (event === undefined) return undefined;
  if (isKind(event, "guardrail.result")) return event.attrs.categories.join(", ") || undefined;
  if (isKind(event, "approval.request")) return event.values.rule || event.values.sentence;
  if (isKind(event, "privilege.request") || isKind(event, "privilege.deny") || isKind(event, "limit.hit"))
    return event.values.sentence;
  return undefined;
}

/** What a script reads; `seq` is the recorded step that comes out otherwise, where there is one. */
export function whatIfJson({ effect, turns, because, lacking, assumes }: WhatIf) {
  return {
    effect,
    turns,
    ...(because === undefined
      ? {}
      : {
          because: {
            kind: because.event.kind,
            key: because.event.key,
            ...(because.recorded === undefined ? {} : { seq: because.recorded.seq }),
          },
        }),
    ...(lacking === undefined ? {} : { lacking }),
    assumes,
  };
}
