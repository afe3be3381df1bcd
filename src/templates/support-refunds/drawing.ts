import { CURRENT_FLOW_VERSION, type Flow } from "#engine";
import { hang, place, wire } from "../draw.ts";
import type { Template } from "../template.ts";
import { instalmentPlan } from "./instalment-plan.ts";
import { supportPermission } from "./permission.ts";

const instructions = [
  "You are the support agent of a shop for outdoor clothes, shoes and lamps.",
  "Answer in a few friendly sentences. Look up the order before you say anything about it.",
  "When something arrived broken, say you are sorry and refund what the order cost.",
  "Answer questions about the shop from its articles and name the article. When they do not say it, say so.",
].join("\n");

const flow: Flow = {
  schemaVersion: CURRENT_FLOW_VERSION,
  id: "support-refunds",
  title: "Customer support with refunds",
  description: "Answers order questions, refunds small amounts, asks a person above 100 EUR.",
  nodes: [
    place("chat", "chat-input", [0, 128]),
    place(
      "splits",
      "condition",
      [272, 128],
      {
        match: "all",
        rules: [
          { operator: "contains", value: "split" },
          { operator: "contains", value: "instal" },
        ],
      },
      "Wants instalments?",
    ),
    place(
      "agent",
      "agent",
      [544, 128],
      {
        purpose: "Answers order questions, refunds, writes e-mails",
        model: "embedded",
        instructions,
      },
      "Support agent",
    ),
    place("reply", "reply", [1040, 128]),
    place(
      "plan",
      "code",
      [624, 0],
      {
        purpose: "Splits an amount evenly",
        language: "javascript",
        source: instalmentPlan,
        seconds: 2,
      },
      "Instalment plan",
    ),
    place(
      "no-plan",
      "reply",
      [1040, 0],
      { text: "I cannot work out that plan. A colleague takes over." },
      "Plan stopped",
    ),
    place("look-up", "look-up-order", [56, 328]),
    place("list", "list-orders", [248, 328]),
    place("refund", "refund", [440, 328]),
    place("email", "send-email", [632, 328]),
    place("articles", "knowledge", [824, 328], { limit: 4 }, "Shop articles"),
    place("firewall", "firewall", [1056, 320], { fallback: "I stopped here. A colleague takes over." }),
    place("permission", "permission", [1168, 320], supportPermission),
    place("limits", "limits", [1280, 320], { steps: 12 }),
    place("gate", "approval-gate", [480, 440], {
      when: { kind: "amount", argument: "amount", currency: "EUR", above: 100 },
      approvers: ["lead"],
      waitMinutes: 60,
    }),
    place("fallback", "reply", [1168, 488], { text: "A colleague takes over." }, "Fallback reply"),
  ],
  edges: [
    wire("chat.message", "splits.value"),
    wire("splits.no", "agent.message"),
    wire("splits.yes", "plan.value"),
    wire("agent.reply", "reply.text"),
    wire("plan.result", "reply.text"),
    wire("plan.error", "no-plan.text"),
    wire("firewall.blocked", "fallback.text"),
    hang("look-up", "agent.tool"),
    hang("list", "agent.tool"),
    hang("refund", "agent.tool"),
    hang("email", "agent.tool"),
    hang("articles", "agent.knowledge"),
    hang("firewall", "agent.firewall"),
    hang("permission", "agent.permission"),
    hang("limits", "agent.limits"),
    hang("gate", "refund.approval"),
  ],
  documents: [],
  speakers: [
    { id: "nora", name: "Nora Lindqvist", role: "customer" },
    { id: "mara", name: "Mara Okafor", role: "lead" },
    { id: "jonas", name: "Jonas Weber", role: "support" },
  ],
  samples: [],
};

/** The template as a card shows it: what is said with it is not part of it. */
export const drawing: Template = {
  id: flow.id,
  title: flow.title,
  description: flow.description,
  category: "Support",
  flow,
};
