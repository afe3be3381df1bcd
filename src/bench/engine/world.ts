import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LlmRequest, Tools } from "#engine";
import { createNodePorts, type NodePorts } from "#hosts/node";
import type { RawPorts } from "#monitor";
import { createScriptedModels, type ScriptedTurn } from "#providers";

/** What the model does in a case: it answers at once, or looks an order up first. */
export type Talk = "answer" | "look up";

/** A world without delay: a model that answers at once and a shop in memory. What is left is our own time. */
export function createWorld(): Promise<NodePorts> {
  const state = join(tmpdir(), "gatehouse-bench-unused");
  return createNodePorts({ state, models: [], environment: {}, scripted: createScriptedModels(script) });
}

/** The person's words choose the script, so that one world serves every case. */
export const words: Readonly<Record<Talk, string>> = {
  answer: "How long do I have to send something back?",
  "look up": "Where is my order A1001?",
};

function script({ messages }: LlmRequest): ScriptedTurn {
  const last = messages.at(-1);
  if (last?.role === "user" && last.text === words["look up"])
    return { calls: [{ tool: "look_up_order", arguments: { orderId: "A1001" } }] };
  return last?.role === "tool"
    ? "Your trail shoes are on the way. The carrier delivers them on Thursday."
    : "You have 60 days. Put the return slip into the parcel and bring it to any shop.";
}

const order = {
  orderId: "A1001",
  customer: "nora",
  item: "trail shoes",
  total: 89.9,
  currency: "EUR",
  status: "shipped",
  note: "Leave with the neighbour.",
};

export const shop: Tools = {
  standing: async () => ({ ownRecord: true, sameTarget: true }),
  call: async () => ({ outcome: "success", result: order }),
};

/** The same rules engine, with the time that is spent in it added up. */
export function timedPolicy(policy: RawPorts["policy"]): { policy: RawPorts["policy"]; spentMs: () => number } {
  let spent = 0;
  const timed = new Proxy(policy, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver);
      if (typeof member !== "function") return member;
      return (...given: unknown[]): unknown => {
        const start = performance.now();
        try {
          return Reflect.apply(member, target, given);
        } finally {
          spent += performance.now() - start;
        }
      };
    },
  });
  return {
    policy: timed,
    spentMs() {
      const total = spent;
      spent = 0;
      return total;
    },
  };
}
