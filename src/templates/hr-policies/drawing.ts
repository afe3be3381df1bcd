import { CURRENT_FLOW_VERSION, type Flow } from "#engine";
import { hang, place, wire } from "../draw.ts";
import type { Template } from "../template.ts";

const instructions = [
  "You answer employees' questions about the company's policies.",
  "Quote the paragraph and name the policy. When the policies do not say it, say so and offer to ask HR.",
  "Never guess a number of days or an amount.",
].join("\n");

/** Word stems that mean: this is for HR alone. */
const confidential = [
  "harass",
  "bully",
  "complain",
  "discriminat",
  "misconduct",
  "whistleblow",
  "salary of",
  "s salary",
];

/** What every employee may read; the rest is for HR alone. */
const openPolicies = [
  "annual-leave",
  "sick-leave",
  "remote-work",
  "expenses",
  "parental-leave",
  "training",
  "overtime",
  "probation",
  "travel",
];

const flow: Flow = {
  schemaVersion: CURRENT_FLOW_VERSION,
  id: "hr-policies",
  title: "Answers from HR policies",
  description: "Finds the paragraph, quotes it, hands over what only HR may read.",
  nodes: [
    place("chat", "chat-input", [0, 128]),
    place(
      "confidential",
      "condition",
      [272, 128],
      { match: "any", rules: confidential.map((value) => ({ operator: "contains", value })) },
      "Confidential?",
    ),
    place(
      "agent",
      "agent",
      [544, 128],
      {
        purpose: "Answers questions about our policies",
        model: "embedded",
        instructions,
      },
      "HR assistant",
    ),
    place("reply", "reply", [976, 128]),
    place(
      "hand-off",
      "hand-off",
      [624, 0],
      {
        to: "people partner",
        sentence: "This is between you and HR. A colleague from HR answers you here, in confidence.",
      },
      "Hand off to HR",
    ),
    place("email", "send-email", [440, 328]),
    place("policies", "knowledge", [632, 328], { documents: openPolicies, limit: 4 }, "Policies"),
    place("firewall", "firewall", [864, 320], { fallback: "I stopped here. A colleague from HR takes over." }),
    place("permission", "permission", [976, 320], {
      agent: "HR assistant",
      rules: [{ tool: "send_email", allow: "ask", approver: "people partner", waitMinutes: 240 }],
    }),
    place("limits", "limits", [1088, 320], { steps: 8 }),
    place("fallback", "reply", [976, 488], { text: "A colleague from HR takes over." }, "Fallback reply"),
  ],
  edges: [
    wire("chat.message", "confidential.value"),
    wire("confidential.no", "agent.message"),
    wire("confidential.yes", "hand-off.text"),
    wire("agent.reply", "reply.text"),
    wire("firewall.blocked", "fallback.text"),
    hang("email", "agent.tool"),
    hang("policies", "agent.knowledge"),
    hang("firewall", "agent.firewall"),
    hang("permission", "agent.permission"),
    hang("limits", "agent.limits"),
  ],
  documents: [],
  speakers: [
    { id: "lena", name: "Lena Brandt", role: "employee" },
    { id: "ruth", name: "Ruth Okello", role: "manager" },
    { id: "amir", name: "Amir Haddad", role: "people partner" },
  ],
  samples: [],
};

/** The template as a card shows it: what is said with it is not part of it. */
export const drawing: Template = {
  id: flow.id,
  title: flow.title,
  description: flow.description,
  category: "People",
  flow,
};
