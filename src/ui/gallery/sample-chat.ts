import type { ChatEntry } from "../playground/index.ts";

export const conversation: ChatEntry[] = [
  {
    kind: "message",
    id: "1",
    from: "person",
    text: "The lamp in order A1007 arrived broken. Can I get my money back?",
  },
  { kind: "event", id: "2", signal: "pass", words: "Looked up order A1007, allowed for 30 s", figure: "0.3 s" },
  {
    kind: "event",
    id: "3",
    signal: "stop",
    lead: "Stopped:",
    words: "the order note tried to give the assistant orders",
    hasWhy: true,
  },
  {
    kind: "message",
    id: "4",
    from: "assistant",
    text: "I am sorry about the lamp, Nora. It cost 480.00 EUR, so I have asked a colleague to approve the full refund to your card.",
  },
  {
    kind: "event",
    id: "5",
    signal: "ask",
    lead: "Waiting",
    words: ["for a person to approve a refund of ", { bold: "480.00 EUR" }],
  },
];
