import { CURRENT_FLOW_VERSION, type Flow } from "#engine";
import { hang, place, wire } from "../draw.ts";
import type { Template } from "../template.ts";
import { instructions } from "./instructions.ts";

const flow: Flow = {
  schemaVersion: CURRENT_FLOW_VERSION,
  id: "monthly-finance-report",
  title: "Monthly finance report",
  description: "Sums up a month from three tables of the books, and may read them only while it writes the report.",
  nodes: [
    place("chat", "chat-input", [0, 128]),
    place(
      "agent",
      "agent",
      [272, 128],
      { purpose: "Writes the report of a month", model: "embedded", instructions },
      "Report writer",
    ),
    place("reply", "reply", [720, 128]),
    place("tables", "read-table", [192, 328], {}, "The books"),
    place("rows", "rows", [384, 328]),
    place("firewall", "firewall", [592, 320], { fallback: "I stopped here. A colleague takes over." }),
    place("permission", "permission", [704, 320], {
      agent: "Report writer",
      rules: [
        {
          tool: "read_table",
          allow: "alone",
          only: { argument: "table", values: ["invoices", "payments", "costs"] },
          lease: { calls: 6 },
          ttlSeconds: 300,
        },
        { tool: "keep_rows", allow: "alone" },
        { tool: "pick_row", allow: "alone" },
        { tool: "add_up", allow: "alone" },
        { tool: "group_rows", allow: "alone" },
      ],
    }),
    place("limits", "limits", [816, 320], { steps: 20, toolCalls: 24, toolCallsPerTool: 8, repeats: 6 }),
    place("fallback", "reply", [704, 488], { text: "A colleague takes over." }, "Fallback reply"),
  ],
  edges: [
    wire("chat.message", "agent.message"),
    wire("agent.reply", "reply.text"),
    wire("firewall.blocked", "fallback.text"),
    hang("tables", "agent.tool"),
    hang("rows", "agent.tool"),
    hang("firewall", "agent.firewall"),
    hang("permission", "agent.permission"),
    hang("limits", "agent.limits"),
  ],
  documents: [],
  speakers: [
    { id: "edda", name: "Edda Solberg", role: "controller" },
    { id: "tom", name: "Tom Achebe", role: "manager" },
  ],
  samples: [],
};

/** The template as a card shows it: what is said with it is not part of it. */
export const drawing: Template = {
  id: flow.id,
  title: flow.title,
  description: flow.description,
  category: "Finance",
  flow,
};
