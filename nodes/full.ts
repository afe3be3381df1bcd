import { createRegistry } from "#engine";
import { approvalGate } from "./approval-gate/index.ts";
import { condition } from "./condition/index.ts";
import { firewall } from "./firewall/index.ts";
import { httpRequest } from "./http-request/index.ts";
import { listNodes } from "./list.ts";
import { template } from "./template/index.ts";

export const nodes = listNodes({ approvalGate, condition, firewall, httpRequest, template });

/** The kinds of step by `type`. */
export const registry = createRegistry(nodes);
