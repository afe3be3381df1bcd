import { canonicalize } from "./canonical.ts";
import type { Signer } from "./signature.ts";
import { cosignature, openNote, parseVkey } from "./signed-note.ts";
import { TraceError } from "./trace-error.ts";

/**
 * What a person vouches for when they decide. `request` is the leaf hash of the step that asked; each step holds the hash
 * of the one before, so that the signature also covers the whole history up to it.
 */
export interface DecisionStatement {
  /** Of the run. */
  readonly origin: string;
  readonly request: string;
  readonly approvalId: string;
  readonly argsDigest: string;
  readonly decision: "approve" | "deny" | "edit";
  /** Who decides, and as what. */
  readonly by: string;
  readonly role: string;
  /** The salted digests of what may be erased later: name, comment, changed arguments. */
  readonly values: Readonly<Record<string, string>>;
}

interface Decided {
  readonly actor: { readonly ref: string };
  readonly attrs: Pick<DecisionStatement, "approvalId" | "argsDigest" | "decision" | "role">;
}

/** The statement that a recorded (or about to be recorded) decision makes, from nothing but what the log holds of it. */
export function statementOf(
  origin: string,
  request: string,
  { actor, attrs }: Decided,
  values: DecisionStatement["values"],
): DecisionStatement {
  const { approvalId, argsDigest, decision, role } = attrs;
  return { origin, request, approvalId, argsDigest, decision, by: actor.ref, role, values };
}

/**
 * Signs as a C2SP cosignature, which also states when: `time` in seconds since the epoch. Returns the signature line without
 * its newline. Its first line keeps a decision and a checkpoint from being taken for one another.
 */
export async function signDecision(statement: DecisionStatement, signer: Signer, time: number): Promise<string> {
  return (await cosignature(textOf(statement), signer, time)).trimEnd();
}

/** When it was signed (seconds since the epoch); undefined when this is not this key's signature over this decision. */
export function decisionSigned(statement: DecisionStatement, vkey: string, signature: string): number | undefined {
  const text = textOf(statement);
  try {
    const opened = openNote(`${text}\n${signature}\n`, [parseVkey(vkey)]);
    // Text can be smuggled in behind the statement; what is opened has to be the statement and nothing else.
    const isWhole = opened.text === text && opened.unknown === 0 && opened.signatures.length === 1;
    return isWhole ? opened.signatures[0]?.time : undefined;
  } catch (cause) {
    if (cause instanceof TraceError) return undefined;
    throw cause;
  }
}

function textOf(statement: DecisionStatement): string {
  return `gatehouse-decision/v1\n${canonicalize(statement)}\n`;
}
