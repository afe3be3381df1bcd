import { jsonObject } from "#engine";
import type { PersonDecision } from "#monitor";
import { z } from "zod";
import type { Decided } from "../workspace/index.ts";

const decision: z.ZodType<PersonDecision> = z.strictObject({
  by: z.strictObject({ id: z.string(), name: z.string(), role: z.string() }),
  decision: z.enum(["approve", "deny", "edit"]),
  comment: z.string(),
  edited: jsonObject.exactOptional(),
  signed: z
    .strictObject({
      approver: z.string(),
      signature: z.string(),
      salts: z.record(z.string(), z.string()),
      cosigned: z.strictObject({ size: z.number(), signature: z.string() }).exactOptional(),
    })
    .exactOptional(),
});

const message = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("changed") }),
  z.strictObject({ type: z.literal("stop") }),
  z.strictObject({ type: z.literal("decide"), ask: z.string(), runId: z.string(), key: z.string(), decision }),
  z.strictObject({ type: z.literal("decided"), ask: z.string(), ok: z.boolean(), sentence: z.string() }),
]);
type Message = z.infer<typeof message>;

export interface DecisionCall {
  readonly runId: string;
  readonly key: string;
  readonly decision: PersonDecision;
}

/** Between the tabs of this browser. Whatever arrives is parsed; other tabs are the same origin, but may be older. */
export interface TabLine {
  announce(): void;
  stop(): void;
  /** Asks the tab that has the run open; undefined when none answers within two seconds. */
  decide(call: DecisionCall): Promise<Decided | undefined>;
}

export interface TabHandlers {
  readonly decide: (call: DecisionCall) => Promise<Decided | undefined>;
  readonly stop: () => void;
  readonly changed: () => void;
}

export function createTabLine(handlers: TabHandlers, channelName = "gatehouse"): TabLine {
  const channel = new BroadcastChannel(channelName);
  const asked = new Map<string, (answer: { ok: boolean; sentence: string }) => void>();
  const send = (words: Message): void => channel.postMessage(words);

  async function answer(words: Extract<Message, { type: "decide" }>): Promise<void> {
    const ruling = await handlers.decide({ runId: words.runId, key: words.key, decision: words.decision });
    // Silence, so that only the tab that has the run open answers.
    if (ruling !== undefined)
      send({ type: "decided", ask: words.ask, ok: ruling.ok, sentence: ruling.ok ? "" : ruling.sentence });
  }

  channel.addEventListener("message", (event: MessageEvent<unknown>) => {
    const parsed = message.safeParse(event.data);
    if (!parsed.success) return;
    if (parsed.data.type === "changed") handlers.changed();
    if (parsed.data.type === "stop") handlers.stop();
    if (parsed.data.type === "decide") void answer(parsed.data);
    if (parsed.data.type === "decided") asked.get(parsed.data.ask)?.(parsed.data);
  });

  return {
    announce() {
      handlers.changed();
      send({ type: "changed" });
    },
    stop: () => send({ type: "stop" }),
    async decide(call) {
      const ask = crypto.randomUUID();
      const answered = await new Promise<{ ok: boolean; sentence: string } | undefined>((resolve) => {
        const timer = setTimeout(() => resolve(undefined), 2000);
        asked.set(ask, (reply) => {
          clearTimeout(timer);
          resolve(reply);
        });
        send({ type: "decide", ask, ...call });
      });
      asked.delete(ask);
      if (answered === undefined) return undefined;
      return answered.ok ? { ok: true } : { ok: false, sentence: answered.sentence };
    },
  };
}
