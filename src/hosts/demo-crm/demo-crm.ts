import type { CallStanding, JsonObject, Speaker, ToolContext, Tools } from "#engine";
import { readTable } from "./books.ts";
import { listOrders, lookUpOrder, standingOf } from "./orders.ts";
import type { Effect } from "./outcome.ts";
import { refundOrder } from "./refunds.ts";
import { seedState } from "./seed.ts";
import { sendEmail } from "./outbox.ts";
import type { CrmState } from "./state.ts";

/** Where the shop's state is kept. `load` gives undefined when nothing is kept yet. */
export interface CrmStore {
  load(): Promise<CrmState | undefined>;
  save(state: CrmState): Promise<void>;
}

type Action = (state: CrmState, args: JsonObject, context: ToolContext) => Effect;

const actions: ReadonlyMap<string, Action> = new Map([
  ["look_up_order", lookUpOrder],
  ["list_orders", listOrders],
  ["refund", refundOrder],
  ["send_email", sendEmail],
  ["read_table", readTable],
]);

/**
 * The shop's tools, unguarded: `look_up_order`, `list_orders`, `refund`, `send_email`. Calls run one after another, each on
 * the state that the last one left in the store. What the store throws is thrown on, and then nothing has happened.
 */
export function createDemoCrm(store: CrmStore): Tools {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
  const open = async (now: number): Promise<CrmState> => {
    const kept = await store.load();
    if (kept !== undefined) return kept;
    const fresh = seedState(now);
    await store.save(fresh);
    return fresh;
  };
  return {
    async call(tool, args, context) {
      const action = actions.get(tool);
      if (action === undefined) return { outcome: "failure", message: `The shop has no tool called ${tool}.` };
      return inTurn(async () => {
        context.signal.throwIfAborted();
        const { outcome, state } = action(await open(context.now), args, context);
        if (state !== undefined) await store.save(state);
        return outcome;
      });
    },
    async standing(tool: string, args: JsonObject, speaker: Speaker): Promise<CallStanding> {
      // The dates of an untouched shop do not matter to who owns what.
      return inTurn(async () => standingOf((await store.load()) ?? seedState(0), tool, args, speaker));
    },
  };
}
