import { createRegistry } from "#engine";
import { approvalGate } from "./approval-gate/index.ts";
import { condition } from "./condition/index.ts";
import { listNodes } from "./list.ts";
import { template } from "./template/index.ts";

export const nodes = listNodes({ approvalGate, condition, template });

/** The kinds of step by `type`. */
export const registry = createRegistry(nodes);
