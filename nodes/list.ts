import type { NodeDefinition } from "#engine";
import { agent } from "./agent/index.ts";
import { askModel } from "./ask-model/index.ts";
import { chatInput } from "./chat-input/index.ts";
import { code } from "./code/index.ts";
import { codeTool } from "./code-tool/index.ts";
import { handOff } from "./hand-off/index.ts";
import { knowledge } from "./knowledge/index.ts";
import { limits } from "./limits/index.ts";
import { listOrders } from "./list-orders/index.ts";
import { lookUpOrder } from "./look-up-order/index.ts";
import { note } from "./note/index.ts";
import { permission } from "./permission/index.ts";
import { readTable } from "./read-table/index.ts";
import { refund } from "./refund/index.ts";
import { reply } from "./reply/index.ts";
import { rowsNode } from "./rows/index.ts";
import { useTool } from "./use-tool/index.ts";
import { sql } from "./sql/index.ts";
import { sendEmail } from "./send-email/index.ts";

/** The kinds that read more than a drawing needs: which reader they have is not the list's matter. */
export interface Readers {
  readonly approvalGate: NodeDefinition;
  readonly condition: NodeDefinition;
  readonly firewall: NodeDefinition;
  readonly httpRequest: NodeDefinition;
  readonly template: NodeDefinition;
}

/** Every kind of step, in the order in which the palette shows it. A new node is one more line here. */
export function listNodes({ approvalGate, condition, firewall, httpRequest, template }: Readers) {
  return [
    chatInput,
    reply,
    handOff,
    askModel,
    agent,
    lookUpOrder,
    listOrders,
    refund,
    sendEmail,
    readTable,
    rowsNode,
    httpRequest,
    useTool,
    code,
    sql,
    codeTool,
    firewall,
    permission,
    approvalGate,
    limits,
    condition,
    template,
    knowledge,
    note,
  ] as const;
}
