import { createRegistry } from "#engine";
import { approvalGateWith } from "./approval-gate/index.ts";
import { conditionWith } from "./condition/index.ts";
import { drawnPolicy, firewallWith } from "./firewall/index.ts";
import { httpRequestWith } from "./http-request/index.ts";
import { listNodes } from "./list.ts";
import { templateWith } from "./template/index.ts";

const problem = "The check has not been loaded yet.";
const unread = () => ({ ok: false, problem }) as const;
const notChecked = [{ severity: "error", message: problem }] as const;

/**
 * The kinds of step for the first drawing only: small, because it reads neither conditions, templates nor patterns and infers
 * no tools. What it cannot check it calls a problem, so no flow with such a step compiles with it; and a tool that it does
 * not know gets no rule from it.
 */
export const drawnRegistry = createRegistry(
  listNodes({
    approvalGate: approvalGateWith({ conditionProblem: () => problem }),
    condition: conditionWith({ conditionProblem: () => problem, judgeCondition: unread }),
    firewall: firewallWith({ policy: drawnPolicy, review: () => notChecked }),
    httpRequest: httpRequestWith({
      toolOf: () => undefined,
      summary: ({ address }) => `Calls ${address.split("/")[2] ?? "a service"}`,
      review: () => notChecked,
    }),
    template: templateWith({ templateProblem: () => problem, renderTemplate: unread }),
  }),
);
