type Term = { readonly word: string; readonly means: string; readonly exact: string };
type Keys = { readonly keys: readonly string[]; readonly does: string };

/** The words of the help, and of what the command palette offers for an open flow. */
export const en = {
  title: "Keys and words",
  keys: "Keys",
  words: "Words",
  exactly: "Exactly",
  groups: [
    {
      title: "Everywhere",
      keys: [
        { keys: ["⌘K"], does: "Go anywhere, do anything" },
        { keys: ["?"], does: "This list" },
      ],
    },
    {
      title: "Flow",
      keys: [
        { keys: ["/"], does: "Search the nodes" },
        { keys: ["⌘↵"], does: "Run: write to the flow" },
        { keys: ["F6", "⇧F6"], does: "Next part of the window, the one before" },
        { keys: ["↑", "↓", "←", "→"], does: "Move what is chosen; further with Shift" },
        { keys: ["F2"], does: "Rename the step" },
        { keys: ["⌘D"], does: "Duplicate" },
        { keys: ["⌘A"], does: "Choose all" },
        { keys: ["Del"], does: "Delete" },
        { keys: ["Esc"], does: "Choose nothing" },
        { keys: ["⌘Z", "⇧⌘Z"], does: "Undo, redo" },
        { keys: ["⌘C", "⌘X", "⌘V"], does: "Copy, cut, paste, from one flow into another too" },
      ],
    },
    {
      title: "Chat",
      keys: [
        { keys: ["↵"], does: "Send" },
        { keys: ["⇧↵"], does: "New line" },
      ],
    },
    {
      title: "Approvals",
      keys: [
        { keys: ["J", "K"], does: "Next request, the one before" },
        { keys: ["A"], does: "Approve" },
        { keys: ["E"], does: "Edit what will be done" },
        { keys: ["D"], does: "Deny" },
      ],
    },
  ] as readonly { readonly title: string; readonly keys: readonly Keys[] }[],
  terms: [
    {
      word: "Outside text",
      means:
        "Words that somebody else may have written: the note of an order, a web page, an e-mail. They may inform, never give orders.",
      exact: "untrusted content; the carrier of indirect prompt injection",
    },
    {
      word: "Where it came from",
      means:
        "Each value of a call leads back to a message, a record or a document. What cannot be traced counts as outside text.",
      exact: "provenance, integrity labels",
    },
    {
      word: "Who may read it",
      means: "A value from a record may go only to those who may read that record.",
      exact: "readers, a confidentiality label",
    },
    {
      word: "Permission",
      means:
        "A rule that says which step may use which tool, how far, and when a person decides. What no rule allows is refused.",
      exact: "Cedar policies, denied by default",
    },
    {
      word: "Allowed for 30 s",
      means: "The right to one call, made at the moment of the call and gone after it.",
      exact: "grant: a just-in-time privilege with scope, uses and expiry",
    },
    {
      word: "Approval gate",
      means: "Here a person decides about exactly the call that is shown, once.",
      exact: "human in the loop; the decision is bound to the digest of tool, arguments and labels",
    },
    {
      word: "Firewall",
      means: "Reads everything before a model reads it, and everything a model writes before it leaves.",
      exact: "guardrails on input, tool results and output",
    },
    {
      word: "Limits",
      means: "How many steps, calls and how much money a message, a run and a day may take.",
      exact: "budgets, loop detection, hard stop",
    },
    {
      word: "Sandbox",
      means: "Where code runs that reaches nothing but the tools given to it.",
      exact: "WebAssembly in a frame of an opaque origin",
    },
    {
      word: "Reach",
      means: "Who can do what, alone or after approval, by the rules as they are drawn.",
      exact: "effective permissions",
    },
    {
      word: "Trace",
      means: "Everything that happened in a run, step by step. What is not in it did not happen.",
      exact: "event log with an RFC 6962 Merkle tree",
    },
    {
      word: "Sealed",
      means: "Nothing can be added, changed or left out without being noticed.",
      exact: "Ed25519 signatures over checkpoints; the key is destroyed at the end",
    },
    {
      word: "Evidence",
      means: "One file with the flow, its rules and the trace that anybody can check without us.",
      exact: "bundle with proofs and an offline verifier",
    },
    {
      word: "Receipt",
      means: "A few lines to keep elsewhere. They prove later that history was not exchanged as a whole.",
      exact: "signed checkpoint (C2SP) and consistency proof",
    },
    {
      word: "Interrupted call",
      means:
        "The app was closed in the middle of a call, so nobody knows whether it was made. A person says what to do.",
      exact: "in doubt: an intent without a result, under at-most-once execution",
    },
    {
      word: "What if",
      means: "Recorded chats played again through the flow as it is drawn now. Nothing is reached.",
      exact: "replay against a changed plan",
    },
  ] as readonly Term[],
  command: {
    groups: { here: "This flow", add: "Add a step", steps: "Steps of this flow" },
    renameFlow: "Rename the flow",
    dataView: "Data view on or off",
    panel: (name: string) => `Show: ${name}`,
    repairAll: "Repair everything that can be repaired",
  },
};

export type HelpWords = typeof en;
