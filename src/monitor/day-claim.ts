import { RunError, type EventOf, type StepScope } from "#engine";
import { dayLines, daySentence, fits, hasDayLimit, heldBy, type DayAsk, type DayLine } from "#pillars/autonomy/day";
import { limitsOf } from "./budget.ts";
import { nodeOf, type Desk } from "./desk.ts";

/**
 * Takes room in what all chats of the flow may use on one day, before it is used; where there is none, that is recorded and the
 * step ends. What was claimed once is not claimed again by a resume or a replay.
 */
export async function claimDay(ask: DayAsk, key: string, scope: StepScope, desk: Desk): Promise<void> {
  const { id, limits } = limitsOf(scope);
  if (!hasDayLimit(limits)) return;
  const about = { parent: scope.key, node: nodeOf(scope), actor: { type: "system", ref: id } } as const;
  const { attrs } = (await desk.journal.answer("budget.claim", key)) ?? (await claim());
  if (attrs.granted) return;
  const line = attrs.lines.find((each) => !fits(each));
  const sentence = line === undefined ? unreadable : daySentence(line);
  if (line !== undefined)
    await desk.journal.record({
      ...about,
      kind: "limit.hit",
      key: `${key}/day`,
      attrs: hitAttrs(line),
      values: { sentence },
    });
  throw new RunError("limit-hit", sentence);

  async function claim(): Promise<EventOf<"budget.claim">> {
    const { shareDay } = desk.raw;
    if (shareDay === undefined) throw new RunError("limit-hit", unreadable);
    // Nobody may be kept waiting for the day who has to come before this in the log.
    await desk.journal.caughtUp();
    return shareDay(async (balance) => {
      if (balance === undefined) throw new RunError("limit-hit", unreadable);
      const { day, elsewhere, here } = balance;
      // Nothing may come into the log between this sum and the claim: the verifier makes the same sum.
      const lines = dayLines(limits, elsewhere, here(), ask);
      const use = heldBy(ask);
      const { event } = await desk.journal.record({
        ...about,
        kind: "budget.claim",
        key,
        attrs: {
          day,
          what: ask.kind,
          granted: lines.every(fits),
          ...(use === undefined ? {} : { model: use.model, inputTokens: use.input, outputTokens: use.output }),
          lines,
        },
        values: {},
      });
      return event;
    });
  }
}

const unreadable = "What the other chats of this flow have used today cannot be read, so nothing more is used.";

function hitAttrs({ limit, most, elsewhere, here, held, asked, answer }: DayLine) {
  const sure = elsewhere + here + asked;
  const used = sure > most ? sure : sure + held + answer;
  if (limit !== "dollarsPerDay") return { limit, used, max: most };
  const dollars = (micros: number): number => Math.ceil(micros / 1_000_000);
  return { limit, used: dollars(used), max: dollars(most), usedMicros: used, maxMicros: most };
}
