import { isKind } from "#engine";
import type { RunEvent } from "#engine";
import { logOf, turnKey } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { callSentence } from "./reading.ts";
import type { Reading } from "./reading.ts";

/** How a permission stands in the log: `busy` while the call that used it has no answer yet. */
export type GrantState = "live" | "busy" | "used" | "expired" | "revoked";

/** A permission that was given in a run, for exactly one thing. */
export interface GrantView {
  readonly grantId: string;
  /** The step that gave it. */
  readonly seq: number;
  /** What it is for, with the values that it is bound to. */
  readonly what: string;
  readonly host: string | undefined;
  readonly usesLeft: number;
  readonly uses: number;
  readonly ttlMs: number;
  readonly expiresAt: number;
  readonly state: GrantState;
  /** The step that ended it; undefined while it has not ended. */
  readonly endedAt: number | undefined;
  /** The step at which it left, signed. */
  readonly signedAt: number | undefined;
}

/** Every permission of a run in the order in which they were given: a fold over the log and nothing else. */
export function grantsOf(
  events: readonly RunEvent[],
  reading: Reading,
  log: Log = logOf(events),
): readonly GrantView[] {
  return events.flatMap((event) => (isKind(event, "privilege.grant") ? [viewOf(event, log, reading)] : []));
}

function viewOf(grant: EventOfKind<"privilege.grant">, log: Log, reading: Reading): GrantView {
  const { grantId, tool, uses, ttlMs, expiresAt, host } = grant.attrs;
  const of = (kind: RunEvent["kind"]) => log.grant(grantId).find((each) => each.kind === kind);
  // A further try after a doubt is told under a key of its own and is no further use.
  const use = log.find("privilege.use", grant.key);
  const over = of("privilege.revoke") ?? of("privilege.expire") ?? log.find("privilege.deny", grant.key);
  return {
    grantId,
    seq: grant.seq,
    what: callSentence(reading, tool, grant.values.constraints ?? {}),
    host: host?.replace(/^https?:\/\//u, ""),
    uses,
    usesLeft: use === undefined ? uses : uses - 1,
    ttlMs,
    expiresAt,
    state: stateOf(use, over, hasEnded(grant, log)),
    endedAt: (use ?? over)?.seq,
    signedAt: of("privilege.token")?.seq,
  };
}

function stateOf(use: RunEvent | undefined, over: RunEvent | undefined, isAnswered: boolean): GrantState {
  if (use !== undefined) return isAnswered ? "used" : "busy";
  if (over === undefined) return isAnswered ? "revoked" : "live";
  return over.kind === "privilege.expire" ? "expired" : "revoked";
}

/** Its call was answered, or its turn is over, which takes everything back. */
function hasEnded({ key, seq }: RunEvent, log: Log): boolean {
  return (
    log.find("tool.result", key) !== undefined ||
    log.find("turn.end", turnKey(key)) !== undefined ||
    (log.find("run.close", "run")?.seq ?? -1) > seq
  );
}
