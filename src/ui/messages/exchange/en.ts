import type { Report } from "#pillars/trace";

const whole = (n: number) => (n === 1 ? "The one step is as it was sealed" : `All ${n} steps are as they were sealed`);
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Words of opening files and of the trust sheet. Fetched with them, not with the first page. */
export const en = {
  refusedTitle: (file: string) => `${file} was not opened`,
  nothingLost: "Nothing was stored and nothing ran.",
  refused: {
    tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB, so it was not read.`,
    empty: "The file is empty.",
    unreadable: "The file could not be read. It may have been moved or is open elsewhere.",
    notText: "The file is neither a flow nor a bundle: it is not text in UTF-8.",
    notJson: "The file is not a flow: it is not JSON.",
    tooDeep: "The file is nested deeper than any flow, so it was not read.",
    forbiddenName: (name: string) => `The file uses the name ${name}, which no flow needs and attacks do.`,
    bundleFlow: (problem: string) => `The bundle is sealed correctly, but its flow cannot be opened. ${problem}`,
  },
  bundleTitle: "Evidence of a run",
  verdict: {
    FAILED: "Not verified",
    "SELF-CONSISTENT": "Unchanged, by a key you do not know",
    VERIFIED: "Verified",
    "VERIFIED+ANCHORED": "Verified and anchored",
  },
  /** The fault that was found, in the sentence of the verifier. */
  fault: ({ message }: Report) => message,
  note: (message: string) => message,
  verdictText: {
    "SELF-CONSISTENT": (n: number) =>
      `${whole(n)}, by a key that this browser does not know. Whoever holds that key could have made all of it; ask the sender for theirs and check with verify.html in the file.`,
    VERIFIED: (n: number) =>
      `${whole(n)} by this browser. No receipt or witness rules out that the whole history was replaced.`,
    "VERIFIED+ANCHORED": (n: number) => `${whole(n)} by this browser, and they fit what a receipt or a witness holds.`,
  },
  state: { closed: "The run has ended.", waiting: "The run was waiting.", interrupted: "The run was interrupted." },
  events: (n: number) => count(n, "step", "steps"),
  step: (n: number) => `First step at fault: ${n}`,
  part: (name: string) => `Part at fault: ${name}`,
  notOpenedFlow: "A flow from evidence that does not verify is not opened.",
  onlyFlow: "Opening takes the flow alone. Approvals, permissions in use, keys and the run stay in the file.",
  lookAtFlow: "Look at the flow",
  close: "Close",
  trustTitle: (title: string) => `What “${title}” wants`,
  fromFile: "From a file",
  trustText:
    "This flow was made elsewhere. Read what it would do and allow what you want, one by one. It does not run before everything it needs is allowed, and code of it only once you have read and allowed it.",
  groups: { model: "Whom it asks", tool: "What it uses", code: "Code it runs", documents: "What it reads" },
  wantsNothing: "It wants nothing beyond this device: no tools, no code, no models and no documents.",
  allow: "Allow",
  allowWant: (what: string) => `Allow: ${what}`,
  asksModel: (model: string) => `Asks the model ${model}`,
  modelAt: (host: string) => `Sends the conversation to ${host}.`,
  modelUnknown: "You have no such connection, so nothing is sent before you add one in Settings.",
  usesTool: (title: string) => `Uses ${title}`,
  callsHost: (method: string, host: string) => `Calls ${host} (${method}).`,
  sendsKey: (name: string) => `Sends the key ${name}, if you have entered one for this host.`,
  effects: {
    read: "Reads data.",
    write: "Changes data.",
    send: "Sends messages.",
    pay: "Pays money.",
    delete: "Deletes data.",
    admin: "Changes settings and rights.",
  },
  itsRule: "Its rule:",
  noRule: "It brings no rule for it, so a person is asked or it is denied.",
  runsCode: (step: string) => `Runs the code of ${step}`,
  codeText: (language: string) => `${language}, in the sandbox: no network, no files.`,
  showCode: "Show the code",
  documents: (n: number) => `Reads ${count(n, "document", "documents")} that it brings`,
  characters: (n: string) => `${n} characters, which the flow takes for true.`,
  openFlow: "Open the flow",
  save: "Save what is allowed",
  allowed: (n: number, all: number) => `${n} of ${all} allowed`,
  opened: (title: string) => `${title} is open. It runs once everything it wants is allowed.`,
  openedReady: (title: string) => `${title} is open and may run.`,
  saved: "What it may do is stored.",
};

export type ExchangeWords = typeof en;
