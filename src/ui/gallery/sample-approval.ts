import type { ApprovalRequest, DecidedItem, InboxItem } from "../approvals/index.ts";

export const refundRequest: ApprovalRequest = {
  id: "r1",
  icon: "hand-coins",
  group: "act",
  who: "Support agent",
  tool: "Refund",
  context: "Customer support with refunds, chat with Nora Lindqvist, asked 19 min ago",
  timeLeft: { text: "41 min", left: 41, total: 60 },
  sentence: [
    "Refund ",
    { bold: "480.00 EUR" },
    " to ",
    { bold: "Visa ending 4417" },
    " for order ",
    { bold: "A1007" },
    ".",
  ],
  arguments: [
    {
      name: "amount",
      label: "Amount",
      value: "480.00 EUR",
      origin: "record",
      source: "order A1007, total paid",
      isEditable: true,
    },
    { name: "to", label: "To", value: "Visa ending 4417", origin: "record", source: "order A1007, card that paid" },
    { name: "order", label: "Order", value: "A1007", origin: "user", source: "customer’s message" },
    {
      name: "reason",
      label: "Reason",
      value: "Lamp arrived broken",
      origin: "user",
      source: "customer’s message",
      isEditable: true,
    },
    {
      name: "note",
      label: "Order note",
      value: ["Base cracked in transit, box intact. ", { cut: "1 sentence stopped" }],
      origin: "outside",
      source: "text from outside",
    },
  ],
  notice: {
    words: [
      { bold: "Stopped:", tone: "stop" },
      " the order note tried to give the assistant orders. Nothing in this request comes from it.",
    ],
    link: "See the sentence",
  },
  rule: {
    words: [
      "Support agent may refund up to ",
      { bold: "100 EUR" },
      " alone, once per chat. Above that, a support lead decides. Never above ",
      { bold: "500 EUR" },
      ".",
    ],
    name: "Permission on Refund",
  },
  checks: [
    { isFine: true, text: "Order A1007 belongs to Nora Lindqvist" },
    { isFine: true, text: "The card is the one that paid" },
    { isFine: true, text: "480.00 EUR is the order total, nothing refunded yet" },
    { isFine: false, text: "Outside text was in the conversation" },
  ],
  before: [
    {
      id: "1",
      time: "14:02",
      icon: "message-square",
      tone: "talk",
      text: "Nora wrote: “The lamp in order A1007 arrived broken. Can I get my money back?”",
    },
    {
      id: "2",
      time: "14:02",
      icon: "package-search",
      tone: "act",
      text: "Looked up order A1007: 1 lamp, 480.00 EUR, paid 3 days ago",
    },
    { id: "3", time: "14:03", icon: "shield-x", tone: "stop", text: "Firewall stopped one sentence of the order note" },
  ],
};

export const shortRequest: ApprovalRequest = {
  ...refundRequest,
  arguments: [
    { name: "amount", label: "Amount", value: "480.00 EUR", origin: "record", source: "order A1007", isEditable: true },
    { name: "to", label: "To", value: "Visa ending 4417", origin: "record", source: "order A1007" },
    { name: "order", label: "Order", value: "A1007", origin: "user", source: "your message" },
    { name: "note", label: "Note", value: "cracked base", origin: "outside", source: "text from outside" },
  ],
  rule: { words: "Above 100 EUR a person decides.", name: "Permission on Refund" },
};

export const waiting: InboxItem[] = [
  {
    id: "r1",
    icon: "hand-coins",
    group: "act",
    title: "Refund 480.00 EUR",
    detail: "Support agent · order A1007",
    timeLeft: { text: "41 min", left: 41, total: 60 },
  },
  {
    id: "r2",
    icon: "mail",
    group: "act",
    title: "Send e-mail to 12 customers",
    detail: "Recall notice · goes outside",
    timeLeft: { text: "7 min", left: 7, total: 60 },
  },
  {
    id: "r3",
    icon: "receipt",
    group: "act",
    title: "Pay invoice, 1,250.00 EUR",
    detail: "INV-0219 · needs two people",
    timeLeft: { text: "3 h", left: 3, total: 4 },
    people: { done: 1, needed: 2 },
  },
  {
    id: "r4",
    icon: "database",
    group: "act",
    title: "Delete contact “Lead 2231”",
    detail: "Sales lead triage",
    timeLeft: { text: "22 h", left: 22, total: 24 },
  },
];

export const decided: DecidedItem[] = [
  { id: "d1", outcome: "approved", title: "Refund 129.00 EUR", detail: "Approved by you, 10:12" },
  {
    id: "d2",
    outcome: "edited",
    title: "Refund 60.00 EUR, was 90.00 EUR",
    detail: "Approved with an edit by Jonas, 09:47",
  },
  { id: "d3", outcome: "denied", title: "Share price list with an outside address", detail: "Denied by you, 09:30" },
  { id: "d4", outcome: "expired", title: "Close ticket 5512", detail: "Nobody decided in time, denied 08:15" },
];

/** Another call of the same tool in the same chat. */
export const alikeRefund: Pick<ApprovalRequest, "id" | "sentence" | "arguments"> = {
  id: "r1b",
  sentence: ["Refund ", { bold: "120.00 EUR" }, " for order ", { bold: "A1002" }, "."],
  arguments: [
    { name: "amount", label: "Amount", value: "120.00 EUR", origin: "record", source: "order A1002, total paid" },
    { name: "order", label: "Order", value: "A1002", origin: "user", source: "customer’s message" },
  ],
};
