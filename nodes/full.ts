import { createRegistry } from "#engine";
import { condition } from "./condition/index.ts";
import { listNodes } from "./list.ts";
import { template } from "./template/index.ts";

export const nodes = listNodes({ condition, template });

/** The kinds of step by `type`. */
export const registry = createRegistry(nodes);
