import type { NodeGroup, Origin, QuotedPart, Words } from "#ui/kit";

/** A request that waits for a person, ready to read. */
export type ApprovalRequest = {
  id: string;
  icon: string;
  group: NodeGroup;
  who: string;
  tool: string;
  /** Which flow, which chat, asked when. */
  context: string;
  timeLeft: { text: string; left: number; total: number };
  /** What happens when nobody decides; the person or role that is asked next, if any. */
  escalatesTo?: string;
  /** What will happen, with the decisive values in bold. */
  sentence: Words;
  arguments: readonly ApprovalArgument[];
  /** What a guard already stopped, as one line. */
  notice?: { words: Words; link?: string };
  rule: { words: Words; name: string };
  checks: readonly { isFine: boolean; text: string }[];
  before: readonly { id: string; time: string; icon: string; tone: NodeGroup | "stop"; text: string }[];
  /** Two people have to agree. */
  people?: { done: number; needed: number };
};

/** A step of the run, the view that shows it, and for which argument of the request it is opened. */
export type SourcePlace = { seq: number; shownIn: "chat" | "trace"; argument: string };

/** One argument of the call, with where it came from. */
export type ApprovalArgument = {
  name: string;
  label: string;
  /** Text from outside is given in parts and shown as a quote. */
  value: string | readonly QuotedPart[];
  origin: Origin;
  source: string;
  /** Where the value stands in the run; `gone` when that is no longer there. */
  place?: SourcePlace | "gone";
  /** Somebody outside could have written it. */
  isReachable?: boolean;
  /** A person may change it; the rule and the firewall run again on what they write. */
  isEditable?: boolean;
};

export type ApprovalDecision =
  | { kind: "approve"; comment: string }
  | { kind: "edit"; comment: string; changes: Readonly<Record<string, string>> }
  | { kind: "deny"; comment: string };

/** A line of the inbox. */
export type InboxItem = {
  id: string;
  icon: string;
  group: NodeGroup;
  title: string;
  detail: string;
  timeLeft: { text: string; left: number; total: number };
  people?: { done: number; needed: number };
};

/** A line of what was decided. */
export type DecidedItem = {
  id: string;
  outcome: "approved" | "edited" | "denied" | "expired";
  title: string;
  detail: string;
};
