import { CURRENT_FLOW_VERSION, type Flow } from "#engine";
import { hang, place, wire } from "../draw.ts";
import type { Template } from "../template.ts";
import { instructions } from "./instructions.ts";

const flow: Flow = {
  schemaVersion: CURRENT_FLOW_VERSION,
  id: "open-invoices",
  title: "Who still owes us",
  description: "An analyst that writes code to put two tables together. A person reads the code before it runs.",
  nodes: [
    place("chat", "chat-input", [0, 128]),
    place(
      "agent",
      "agent",
      [272, 128],
      { purpose: "Computes what customers still owe", model: "embedded", instructions },
      "Analyst",
    ),
    place("reply", "reply", [720, 128]),
    place("tables", "read-table", [192, 328], {}, "The books"),
    place("code", "code-tool", [384, 328], { seconds: 1, megabytes: 32, calls: 4 }),
    place("gate", "approval-gate", [424, 440], {
      when: { kind: "always" },
      approvers: ["controller"],
      waitMinutes: 60,
    }),
    place("firewall", "firewall", [592, 320], { fallback: "I stopped here. A colleague takes over." }),
    place("permission", "permission", [704, 320], {
      agent: "Analyst",
      rules: [
        { tool: "read_table", allow: "alone", only: { argument: "table", values: ["invoices", "payments"] } },
        { tool: "run_code", allow: "alone", approver: "controller", waitMinutes: 60 },
      ],
    }),
    place("limits", "limits", [816, 320], { steps: 8 }),
    place("fallback", "reply", [704, 488], { text: "A colleague takes over." }, "Fallback reply"),
  ],
  edges: [
    wire("chat.message", "agent.message"),
    wire("agent.reply", "reply.text"),
    wire("firewall.blocked", "fallback.text"),
    hang("tables", "agent.tool"),
    hang("code", "agent.tool"),
    hang("firewall", "agent.firewall"),
    hang("permission", "agent.permission"),
    hang("limits", "agent.limits"),
    hang("gate", "code.approval"),
  ],
  documents: [],
  speakers: [
    { id: "ines", name: "Inês Duarte", role: "sales manager" },
    { id: "edda", name: "Edda Solberg", role: "controller" },
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
