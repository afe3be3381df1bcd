import type { Flow } from "#engine";
import type { Live } from "../run-log/index.ts";
import type { Held } from "./standing.ts";

export interface ChatState extends Held {
  readonly phase: "opening" | "ready";
  /** The flow that the run was started with; undefined before the first message. */
  readonly runFlow: Flow | undefined;
  readonly runId: string | undefined;
  readonly live: Live;
  /** A message that was sent and is not in the log yet. */
  readonly pending: string | undefined;
  /** A message that was not taken and goes back to whoever wrote it; another object each time. */
  readonly returned: { readonly text: string } | undefined;
  /** One sentence on what just went wrong. */
  readonly problem: string | undefined;
}

export const nothingLive: Live = { text: "", checking: false };

/** Before the first message. */
export const fresh: ChatState = {
  phase: "ready",
  runFlow: undefined,
  runId: undefined,
  events: [],
  isInterrupted: false,
  isElsewhere: false,
  live: nothingLive,
  pending: undefined,
  returned: undefined,
  problem: undefined,
};
