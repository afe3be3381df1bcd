import type { RunEvent } from "#engine";
import type { RunSession } from "#hosts/workspace";
import { plainText } from "../plain-text.ts";
import type { Shell } from "../shell.ts";
import { replyOf, type TurnStatus } from "./conduct.ts";
import { eventLines, requestLines } from "./event-lines.ts";

/** Shows a run while it happens: as JSON lines for programs, or as a chat for people. */
export interface Reporter {
  readonly event: (event: RunEvent) => void;
  /** Once, after the last event. */
  readonly result: (session: RunSession, status: TurnStatus) => void;
}

export function createReporter(json: boolean, shell: Shell): Reporter {
  return json ? jsonReporter(shell) : textReporter(shell);
}

function jsonReporter({ out }: Shell): Reporter {
  return {
    event: (event) => out(JSON.stringify(event)),
    result: (session, status) =>
      out(JSON.stringify({ kind: "result", run: session.runId, status, reply: replyOf(session.events()) })),
  };
}

function textReporter({ out, tell }: Shell): Reporter {
  return {
    event: (event) => {
      for (const line of eventLines(event)) out(line);
    },
    result(session, status) {
      if (status !== "waiting") return tell(`Run ${session.runId}: ${status}.`);
      for (const request of session.waiting()) for (const line of requestLines(request)) out(plainText(line));
      out(`Run ${session.runId} waits for a person.`);
      tell(`Go on with: gatehouse run --resume ${session.runId} --answers FILE`);
    },
  };
}
