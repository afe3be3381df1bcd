/** What decided about a step, each with its place. */
export const why = {
  text: "The text",
  found: "What was found",
  guard: "The guard",
  limit: "The limit",
  facts: "What the records say",
  ownRecord: "The record belongs to whoever speaks",
  otherRecord: "The record is not known to belong to whoever speaks",
  sameTarget: "the money goes back to where it came from",
  history: "Earlier chats",
  rule: "The rule",
  asked: "Why a person",
  person: "The decision",
  denied: "Denied",
  grant: "The permission",
  ended: "How it ended",
  erased: "This was erased or withheld.",
};
