/** What is said where something recorded is erased. */
export const erase = {
  open: "Erase…",
  title: "Erase what was recorded",
  what: "What to erase",
  step: "This step",
  stepOf: (step: number) => `What step ${step} holds, and copies of it`,
  person: "A person",
  words: "Words",
  whose: "Whose words and decisions",
  which: "Every value with these words",
  tooShort: "At least three letters or figures.",
  everywhere: "In all runs of this browser, not in this one only",
  looking: "Looking …",
  nothing: "Nothing that is still shown holds this.",
  unread: "A run could not be read, so nobody can say what it holds.",
  found: (values: number, runs: number) =>
    `${values === 1 ? "1 value goes" : `${values} values go`} for good${runs === 1 ? "" : `, in ${runs} runs`}. The steps stay, sealed, with a digest in place of what they held.`,
  more: (count: number) => `and ${count} more`,
  stepNumber: (step: number) => `Step ${step}`,
  copy: "copy",
  ends: (runs: number) =>
    runs === 1
      ? "The chat is still open. It ends now, because it needs its values to go on."
      : `${runs} of these chats are still open. They end now, because they need their values to go on.`,
  copies: (count: number) =>
    `${count === 1 ? "One copy" : `${count} copies`} of this evidence went out earlier and ${count === 1 ? "keeps" : "keep"} what ${count === 1 ? "it holds" : "they hold"}.`,
  stays: "The flow with its documents stays, and so does who took which kind of step when.",
  reason: "Why",
  reasonHint: "Kept in the ledger for ever, so without names.",
  asked: "The person asked for it",
  cancel: "Cancel",
  go: (count: number) => (count === 1 ? "Erase 1 value" : `Erase ${count} values`),
  done: (count: number) => (count === 1 ? "1 value is gone." : `${count} values are gone.`),
  failed: "A run was not changed: the record could not be written.",
};
