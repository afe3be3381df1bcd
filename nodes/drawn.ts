import { createRegistry } from "#engine";
import { approvalGateWith } from "./approval-gate/index.ts";
import { conditionWith } from "./condition/index.ts";
import { listNodes } from "./list.ts";
import { templateWith } from "./template/index.ts";

const problem = "The check has not been loaded yet.";
const unread = () => ({ ok: false, problem }) as const;

/**
 * The kinds of step for drawing only: small, because it reads neither conditions nor templates. What it cannot check it
 * calls a problem, so no flow with such a step compiles with it.
 */
export const drawnRegistry = createRegistry(
  listNodes({
    approvalGate: approvalGateWith({ conditionProblem: () => problem }),
    condition: conditionWith({ conditionProblem: () => problem, judgeCondition: unread }),
    template: templateWith({ templateProblem: () => problem, renderTemplate: unread }),
  }),
);
