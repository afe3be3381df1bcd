/** What is said about receipts. */
export const receipt = {
  open: "Receipt…",
  title: "Receipt",
  what: "What to do",
  keep: "Keep one",
  check: "Compare one",
  intro:
    "A receipt is the signed state of the record as it is now: a name, a size and a fingerprint, nothing of what was said. Kept somewhere else, it proves that nothing before it was changed or taken away later.",
  of: "Receipt of",
  run: "This chat",
  all: "All chats of this browser",
  covers: {
    all: "Covers how every chat began and ended, and everything in those that have ended.",
    run: "Covers every step of this chat so far.",
  },
  text: "The receipt as text",
  code: "The receipt as a QR code, to print or to take along with a telephone",
  copy: "Copy",
  copied: "The receipt is on the clipboard.",
  notCopied: "This browser did not let the receipt be copied. Save it as a file instead.",
  save: "Save as a file",
  saved: (file: string) => `Saved ${file}. Keep it somewhere else than in this browser.`,
  evictable:
    "This browser may delete what it has recorded when the device runs out of space. What you keep elsewhere stays: receipts, and evidence that you save.",
  none: "There is nothing signed yet that a receipt could be made of.",
  checkIntro:
    "Paste a receipt that somebody kept, or open its file. The whole record here is read and hashed anew and compared with it.",
  paste: "The receipt that was kept",
  openFile: "Open a file…",
  compare: "Compare",
  comparing: "The record is read …",
  fits: {
    same: (size: number) => `It fits. The record is exactly as it was then: ${entries(size)}.`,
    longer: (size: number, now: number) =>
      `It fits. The first ${size} of now ${now} entries are as they were then; nothing of them was changed or taken away.`,
  },
  ahead: (size: number, now: number) =>
    `The record was cut. The receipt was given for ${entries(size)}, and now there are ${now}. Keep the receipt.`,
  other: "This is another history. The record was changed or replaced since the receipt was given. Keep the receipt.",
  damaged: "This is no whole receipt: it was cut or changed on its way, or it is something else.",
  elsewhere: (origin: string) =>
    `This receipt is of a record that is not in this browser (${origin}). Whoever holds evidence of it can compare the two with verify.html. If it was recorded in this browser, the browser has deleted it since.`,
  unread: "The record could not be read.",
  connect: "Save evidence that proves it",
  connectText:
    "Whoever holds this receipt can then see for themselves, without a network, that the record goes on from it.",
};

function entries(count: number): string {
  return count === 1 ? "1 entry" : `${count} entries`;
}
