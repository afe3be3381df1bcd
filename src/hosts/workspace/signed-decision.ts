import { isKind, type EventDraft, type RunEvent } from "#engine";
import {
  decisionValues,
  ruleOn,
  type ApprovalRequestEvent,
  type DecisionSignature,
  type PersonDecision,
} from "#monitor";
import {
  decisionSigned,
  fromBase64Url,
  leafHash,
  sealValue,
  signDecision,
  statementOf,
  toBase64Url,
  TraceError,
  type Signer,
  type TraceStore,
} from "#pillars/trace";

/** Where a request stands, so that a signature is for this one and the history before it. */
export interface RequestPlace {
  readonly origin: string;
  /** Base64url leaf hash of its line. */
  readonly leaf: string;
}

export const signatureRefused = "The signature does not fit this decision, so it does not count.";

/** Where the first request of this approval is stored; undefined while it is not. */
export async function recordedRequest(
  store: TraceStore,
  origin: string,
  events: readonly RunEvent[],
  approvalId: string,
): Promise<RequestPlace | undefined> {
  const request = events.find((event) => isKind(event, "approval.request") && event.attrs.approvalId === approvalId);
  const [line] = request === undefined ? [] : await store.lines(origin, request.seq, request.seq + 1);
  return line === undefined ? undefined : { origin, leaf: toBase64Url(leafHash(line)) };
}

interface Platform {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => number;
}

export type Signing =
  | { readonly ok: true; readonly decision: PersonDecision }
  | { readonly ok: false; readonly sentence: string };

/** Signs a decision that would count, and no other: nobody gets a key for what they may not decide. */
export async function signFor(
  request: ApprovalRequestEvent,
  place: RequestPlace | undefined,
  decision: PersonDecision,
  signer: () => Promise<Signer | undefined>,
  platform: Platform,
): Promise<Signing> {
  if (decision.signed !== undefined) return { ok: true, decision };
  const ruling = ruleOn([request], request.key, decision, platform.now());
  if (!ruling.ok) return ruling;
  if (place === undefined) return { ok: false, sentence: "This request is not stored yet; try again." };
  const key = await signer();
  return { ok: true, decision: key === undefined ? decision : await signed(decision, request, place, key, platform) };
}

/** The salts are made here, because what is signed are salted digests. */
async function signed(
  decision: PersonDecision,
  { attrs }: ApprovalRequestEvent,
  { origin, leaf }: RequestPlace,
  signer: Signer,
  { randomBytes, now }: Platform,
): Promise<PersonDecision> {
  const values = decisionValues(decision);
  const salts = Object.fromEntries(Object.keys(values).map((field) => [field, toBase64Url(randomBytes(16))]));
  const { approvalId, argsDigest } = attrs;
  const { by, decision: word } = decision;
  const made = { actor: { ref: by.id }, attrs: { approvalId, argsDigest, decision: word, role: by.role } };
  const statement = statementOf(origin, leaf, made, digestsOf(values, salts));
  const signature = await signDecision(statement, signer, Math.floor(now() / 1000));
  return { ...decision, signed: { approver: signer.vkey, signature, salts } };
}

/** Whether what is about to be recorded is what was signed. */
export function isSignedFor(
  place: RequestPlace | undefined,
  { actor, attrs, values }: Extract<EventDraft, { kind: "approval.decision" }>,
  { approver, signature, salts }: DecisionSignature,
): boolean {
  if (place === undefined) return false;
  try {
    const statement = statementOf(place.origin, place.leaf, { actor, attrs }, digestsOf(values, salts));
    return decisionSigned(statement, approver, signature) !== undefined;
  } catch (problem) {
    if (problem instanceof TraceError) return false;
    throw problem;
  }
}

type DecisionValues = Extract<EventDraft, { kind: "approval.decision" }>["values"];

function digestsOf(values: DecisionValues, salts: DecisionSignature["salts"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, sealValue(fromBase64Url(salts[field] ?? ""), field, value).digest] as const],
    ),
  );
}
