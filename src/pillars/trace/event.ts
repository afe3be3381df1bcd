import type { JsonObject, JsonValue } from "#engine";

export type { JsonObject, JsonValue };

export const actorTypes = ["system", "user", "agent", "approver", "tool"] as const;

export interface Actor {
  readonly type: (typeof actorTypes)[number];
  readonly ref: string;
}

interface Step {
  /** `tool.call`, `approval.request`, ... */
  readonly kind: string;
  /** Deterministic step key, for example `t1/agent/0/h1`. */
  readonly key: string;
  readonly node?: { readonly id: string; readonly type: string };
  /** Step key of the causing step. */
  readonly parent?: string;
  readonly actor: Actor;
}

/** An event as the engine or the monitor hands it over to be recorded. An undefined member counts as absent. */
export interface EventDraft extends Step {
  /**
   * Public for ever: small, short camelCase names, no personal text. The `argsDigest` of an approval.request
   * is filled in: only the log knows the digest of the `arguments` that are shown.
   */
  readonly attrs: Readonly<Record<string, JsonValue | undefined>>;
  /** Recorded as salted digests, so that each can be withheld or erased later and the log still verifies. */
  readonly values?: Readonly<Record<string, JsonValue | undefined>>;
  /** Base64url salts that stand fast already, by field: somebody has signed the digests that they give. */
  readonly salts?: Readonly<Record<string, string>>;
}

/** An event as folds see it. */
export interface RunEvent extends Step {
  readonly attrs: Readonly<Record<string, JsonValue>>;
  /** What is disclosed; erased and withheld values are absent. */
  readonly values: Readonly<Record<string, JsonValue>>;
  /** Position in the run's log, from 0. */
  readonly seq: number;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** A recorded event with the digest of every value it ever carried, by field. */
export interface TracedEvent extends RunEvent {
  readonly digests: Readonly<Record<string, string>>;
}
