import { openTurn, turnFacts } from "#engine";
import type { RunEvent, TurnOutcome } from "#engine";
import { waitingRequests } from "#monitor";
import type { ShelvedRun } from "#store";
import type { RunWords } from "../messages/run/index.ts";
import { ago, dateAndClock, logOf, speakerOf } from "../run-log/index.ts";
import type { RunRow } from "./runs-table.tsx";

/** A run with its log; no log means that it does not verify any more. */
export interface ReadRun {
  readonly run: ShelvedRun;
  readonly events: readonly RunEvent[] | undefined;
  /** Of a long run only its first page is read, how many steps it has, and the last of them. */
  readonly long?: { readonly steps: number; readonly last: RunEvent };
}

const marks = {
  waiting: { icon: "hourglass", tone: "ask" },
  open: { icon: "message-circle", tone: undefined },
  interrupted: { icon: "history", tone: "ask" },
  done: { icon: "check", tone: "pass" },
  answered: { icon: "check", tone: "pass" },
  approved: { icon: "user-round-check", tone: "pass" },
  handedOff: { icon: "user-round", tone: "ask" },
  blocked: { icon: "octagon-x", tone: "stop" },
  denied: { icon: "octagon-x", tone: "stop" },
  failed: { icon: "triangle-alert", tone: "stop" },
  stopped: { icon: "square", tone: "stop" },
  abandoned: { icon: "circle-dashed", tone: undefined },
  broken: { icon: "shield-x", tone: "stop" },
} as const satisfies Record<keyof RunWords["traces"]["states"], Omit<RunRow["state"], "text">>;

export function runRow(read: ReadRun, isHeld: boolean, now: number, words: RunWords): RunRow {
  const { run, events, long } = read;
  const state = long === undefined ? stateOf(events, isHeld) : longState(run, long.last, isHeld);
  const last = long?.last ?? events?.at(-1);
  const at = last?.time ?? run.createdAt;
  const first = events?.find((event) => event.kind === "message");
  return {
    runId: run.runId,
    title: run.flow.title,
    person: first === undefined || events === undefined ? "" : (speakerOf(logOf(events), first.key) ?? ""),
    quote: first?.kind === "message" ? (first.values.content ?? "") : "",
    when: { text: ago(Math.max(0, now - at), words), exact: dateAndClock(at, words) },
    state: { ...marks[state], text: words.traces.states[state] },
    steps: long?.steps ?? events?.length ?? 0,
    seal: events === undefined ? "broken" : last?.kind === "run.close" ? "sealed" : "open",
  };
}

/** Rows that hold every word of the search, newest first. */
export function findRuns(rows: readonly RunRow[], query: string): readonly RunRow[] {
  const wanted = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return rows.filter(({ title, person, quote, state }) => {
    const text = `${title} ${person} ${quote} ${state.text}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function stateOf(events: readonly RunEvent[] | undefined, isHeld: boolean): keyof typeof marks {
  if (events === undefined) return "broken";
  const last = events.at(-1);
  const isClosed = last?.kind === "run.close";
  if (isClosed && last.attrs.status !== "done") return last.attrs.status;
  if (waitingRequests(events).length > 0) return "waiting";
  if (openTurn(events) !== undefined && !isClosed) return isHeld ? "open" : "interrupted";
  return endOf(events) ?? (isClosed ? "done" : "open");
}

/** How the messages ended: what weighs most counts, as in the rates over all runs. Undefined before the first has. */
function endOf(events: readonly RunEvent[]): keyof typeof marks | undefined {
  const turns = turnFacts(events);
  const heaviest = byWeight.find((outcome) => turns.some((turn) => turn.outcome === outcome));
  if (heaviest === "answered" && turns.some(({ asked }) => asked)) return "approved";
  return heaviest === undefined ? undefined : ends[heaviest];
}

const ends = {
  answered: "answered",
  "handed-off": "handedOff",
  blocked: "blocked",
  denied: "denied",
  failed: "failed",
  stopped: "stopped",
  waiting: "waiting",
  unfinished: "interrupted",
} as const satisfies Record<TurnOutcome, keyof typeof marks>;

const byWeight = ["failed", "blocked", "denied", "stopped", "handed-off", "answered"] as const satisfies TurnOutcome[];

/** Where a long run stands, from its last step and what is noted beside its log. */
function longState({ summary }: ShelvedRun, last: RunEvent, isHeld: boolean): keyof typeof marks {
  if (last.kind === "run.close") return last.attrs.status;
  if (summary?.kind === "waiting") return "waiting";
  return summary?.kind === "running" && !isHeld ? "interrupted" : "open";
}
