import type { ToolSpec } from "#engine";
import type { CedarAction, CedarAttribute, CedarSchema } from "./policy-engine.ts";

/** What a policy may ask about a call. Amounts are in hundredths; trust runs from 0 (outside text) to 4 (written in the flow). */
export interface PolicyContext {
  readonly approved: boolean;
  readonly role: string;
  readonly effect: string;
  readonly amount?: number;
  readonly currency?: string;
  /** The value of the argument whose values the rules list; left out where they do not agree which that is. */
  readonly choice?: string;
  readonly targetTrust: number;
  readonly idTrust: number;
  readonly valueTrust: number;
  readonly ownRecord: boolean;
  readonly sameTarget: boolean;
  readonly outsideText: boolean;
  /** Trust of what decided that the step runs: of the values on which the branches before it were taken. */
  readonly branchTrust: number;
  readonly usedInTurn: number;
  readonly usedInChat: number;
}

const attributes = {
  approved: { type: "Boolean" },
  role: { type: "String" },
  effect: { type: "String" },
  amount: { type: "Long", required: false },
  currency: { type: "String", required: false },
  choice: { type: "String", required: false },
  targetTrust: { type: "Long" },
  idTrust: { type: "Long" },
  valueTrust: { type: "Long" },
  ownRecord: { type: "Boolean" },
  sameTarget: { type: "Boolean" },
  outsideText: { type: "Boolean" },
  branchTrust: { type: "Long" },
  usedInTurn: { type: "Long" },
  usedInChat: { type: "Long" },
} satisfies Record<keyof PolicyContext, CedarAttribute>;

/** The names that are not known before a call is made. */
export const callAttributes: readonly string[] = Object.keys(attributes).filter(
  (name) => name !== "role" && name !== "effect",
);

/** Cedar's JSON schema for these tools: an action each, used by an agent or by a person of some role. */
export function cedarSchema(tools: readonly ToolSpec[]): CedarSchema {
  const action: CedarAction = {
    appliesTo: {
      principalTypes: ["Agent", "Role"],
      resourceTypes: ["Tool"],
      context: { type: "Record", attributes },
    },
  };
  return {
    "": {
      entityTypes: { Agent: {}, Role: {}, Tool: {} },
      actions: Object.fromEntries(tools.map((tool) => [tool.name, action])),
    },
  };
}
