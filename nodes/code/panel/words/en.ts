import { codeSentence } from "#pillars/sandbox";
import type { SnippetGroup } from "../snippets/index.ts";

const number = new Intl.NumberFormat("en");
const n = (value: number) => number.format(value);

const groups: Readonly<Record<SnippetGroup, string>> = {
  dates: "Dates",
  groups: "Rows",
  csv: "CSV",
  json: "JSON",
  text: "Text",
};

const outcomes = {
  timeout: "Stopped: it took longer than it may.",
  memory: "Stopped: it wanted more memory than it may have.",
  "output-limit": "Stopped: what it wrote is too large.",
  crashed: "The sandbox broke off.",
  cancelled: "Stopped by you.",
};

const snippets: Readonly<Record<string, string>> = {
  isoDate: "Read a date as people write it",
  daysBetween: "Days between two dates",
  addMonths: "A date some months later",
  sumBy: "Add up by a field",
  newestOf: "Newest row of each",
  join: "Join two lists",
  csvToRows: "CSV to rows",
  rowsToCsv: "Rows to CSV",
  renameFields: "Pick and rename fields",
  flatten: "Flatten inner objects",
  spread: "One row per inner item",
  tidy: "Tidy up a text",
  readAmount: "Read an amount",
  perMonth: "Rows and sums of each month",
  amountsOfText: "Amounts that came as text",
  hideAddresses: "Hide e-mail addresses",
};

/** The panel's words. */
export const en = {
  does: "What it does",
  doesHint: "One line for the card.",
  language: "Language",
  code: "Code",
  open: "Open the editor",
  lines: (count: number) => `${n(count)} ${count === 1 ? "line" : "lines"}`,
  limits: "Limits",
  seconds: "Time",
  secondsSay: (value: number) => `stops after ${n(value)} s`,
  megabytes: "Memory",
  megabytesSay: (value: number) => `may use ${n(value)} MB`,
  calls: "Tool calls",
  callsSay: (value: number) => (value === 0 ? "no tool call" : `up to ${n(value)} ${value === 1 ? "call" : "calls"}`),
  mayTouch: "What this code may touch",
  touches: codeSentence,
  ruledBy: (rules: string) => `Each call is judged by the rules of “${rules}”.`,
  walls: "No network, no files, no other data of this flow.",
  change: "Change code",
  editor: {
    title: (what: string) => (what === "" ? "Code" : `Code: ${what}`),
    label: "Code. Press Ctrl+M, then Tab, to leave the editor.",
    keys: "Tab indents. To leave with Tab, press Ctrl+M first (on a Mac Ctrl+Shift+M).",
    loading: "Loading the editor",
    failed: "The editor could not be loaded. Check the connection and try again.",
    again: "Try again",
    close: "Close",
    format: "Format",
    write: "Write",
    compare: "Compare",
    view: "View",
    comparing: "What is saved, and what is written here",
    comparingWith: "Compare with",
    saved: "As saved",
    lastRun: "As in the last run",
    save: "Save",
    isSaved: "Saved",
    leave: "There are changes that are not saved.",
    saveAndClose: "Save and close",
    discard: "Discard changes",
    stay: "Keep writing",
    problems: (count: number) =>
      count === 0 ? "No problems found." : `${n(count)} ${count === 1 ? "problem" : "problems"}`,
    line: (line: number) => `Line ${n(line)}`,
    checking: "Looking for problems",
    lost: {
      promise:
        "This is not finished when it is returned, so nothing of it would arrive. Put await before it; before a list, await Promise.all.",
      other: "This cannot leave the step: only texts, numbers, yes and no, lists and plain objects can.",
    },
    unchecked: "Checked when it runs.",
    side: "Beside the code",
    tabs: { trial: "Try it", snippets: "Snippets", tools: "What it sees" },
  },
  trial: {
    input: "Input",
    fromLastRun: "From the last run of this step. Change it as you like.",
    noRun: "This step has not run yet, so write a sample.",
    looking: "Looking for the last run",
    notJson: "This is not JSON. Texts and names stand in double quotes.",
    reset: "Last input again",
    run: "Run",
    runHint: "Ctrl ↵",
    stop: "Stop",
    running: "Running",
    safe: "A trial calls no tool: they answer what they answered in the last run.",
    refused: (tool: string) => `${tool} is not called in a trial, and the last run did not ask it this.`,
    unknownLanguage: "This language cannot be tried here.",
    failed: "The sandbox could not be started.",
    result: "Result",
    value: "Value",
    console: "Console",
    used: "Used",
    time: "Time",
    memory: "Memory",
    calls: "Tool calls",
    of: (used: string, limit: string) => `${used} of ${limit}`,
    ms: (value: number) => `${n(Math.round(value * 10) / 10)} ms`,
    mb: (value: number) => `${n(Math.round(value * 10) / 10)} MB`,
    count: n,
    goTo: (line: number) => `Go to line ${n(line)}`,
    outcomes,
  },
  snippets: {
    about: "Written at the cursor; in code that is new, in place of it.",
    groups,
    titles: snippets,
    insert: (title: string) => `Insert: ${title}`,
    none: "There are no snippets for this language yet.",
  },
  sees: {
    input: "What came in the last time has this shape.",
    noInput: "Its shape is known after the first run.",
    tools: "Tools attached to it",
    noTools: "No tool is attached. Attach one on the canvas to use it here.",
    insert: (title: string) => `Insert a call of ${title}`,
    python:
      "What goes on is what you return, what is in result, or the value of the last line. Calls of tools need await; print writes to the console.",
  },
};

export type PanelWords = typeof en;
