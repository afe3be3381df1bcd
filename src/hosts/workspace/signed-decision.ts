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
import { cosignRequest, isCosignedFor, witnessedLog, type WitnessedRequest, type WitnessMemory } from "./cosign.ts";

/** Where a request stands, so that a signature is for this one and the history before it. */
export type RequestPlace = WitnessedRequest;

export const signatureRefused = "The signature does not fit this decision, so it does not count.";

/** Where the first request of this approval is stored; undefined while it is not. `vkey` is the run's key, where somebody is to cosign. */
export async function recordedRequest(
  store: TraceStore,
  origin: string,
  events: readonly RunEvent[],
  approvalId: string,
  vkey?: string,
): Promise<RequestPlace | undefined> {
  const request = events.find((event) => isKind(event, "approval.request") && event.attrs.approvalId === approvalId);
  const [line] = request === undefined ? [] : await store.lines(origin, request.seq, request.seq + 1);
  if (request === undefined || line === undefined) return undefined;
  const log = vkey === undefined ? undefined : () => witnessedLog(store, origin, vkey);
  return { origin, seq: request.seq, leaf: toBase64Url(leafHash(line)), ...(log && { log }) };
}

export interface SigningPlatform {
  readonly randomBytes: (length: number) => Uint8Array;
  readonly now: () => number;
  /** What was cosigned here before; without it nothing is cosigned. */
  readonly witness?: WitnessMemory;
}

export type Signing =
  | { readonly ok: true; readonly decision: PersonDecision }
  /** With the code of a witness that does not sign. */
  | { readonly ok: false; readonly sentence: string; readonly code?: string };

/** Signs a decision that would count, and no other: nobody gets a key for what they may not decide. */
export async function signFor(
  request: ApprovalRequestEvent,
  place: RequestPlace | undefined,
  decision: PersonDecision,
  signer: () => Promise<Signer | undefined>,
  platform: SigningPlatform,
): Promise<Signing> {
  if (decision.signed !== undefined) return { ok: true, decision };
  const ruling = ruleOn([request], request.key, decision, platform.now());
  if (!ruling.ok) return ruling;
  if (place === undefined) return { ok: false, sentence: "This request is not stored yet; try again." };
  const key = await signer();
  if (key === undefined) return { ok: true, decision };
  const cosigning = platform.witness && (await cosignRequest(place, key, platform.witness, platform.now));
  if (cosigning?.ok === false) return cosigning;
  const made = await signatureOn(decision, request, place, key, platform);
  return {
    ok: true,
    decision: { ...decision, signed: { ...made, ...(cosigning?.cosigned && { cosigned: cosigning.cosigned }) } },
  };
}

/** The salts are made here, because what is signed are salted digests. */
async function signatureOn(
  decision: PersonDecision,
  { attrs }: ApprovalRequestEvent,
  { origin, leaf }: RequestPlace,
  signer: Signer,
  { randomBytes, now }: SigningPlatform,
): Promise<DecisionSignature> {
  const values = decisionValues(decision);
  const salts = Object.fromEntries(Object.keys(values).map((field) => [field, toBase64Url(randomBytes(16))]));
  const { approvalId, argsDigest } = attrs;
  const { by, decision: word } = decision;
  const made = { actor: { ref: by.id }, attrs: { approvalId, argsDigest, decision: word, role: by.role } };
  const statement = statementOf(origin, leaf, made, digestsOf(values, salts));
  const signature = await signDecision(statement, signer, Math.floor(now() / 1000));
  return { approver: signer.vkey, signature, salts };
}

/** Whether what is about to be recorded is what was signed, and what was cosigned with it is this log. */
export async function isSignedFor(
  store: TraceStore,
  place: RequestPlace | undefined,
  draft: DecisionDraft,
  signed: DecisionSignature,
): Promise<boolean> {
  return place !== undefined && isDecisionSigned(place, draft, signed) && isCosignedFor(store, place, signed);
}

type DecisionDraft = Extract<EventDraft, { kind: "approval.decision" }>;

function isDecisionSigned(
  place: RequestPlace,
  { actor, attrs, values }: DecisionDraft,
  { approver, signature, salts }: DecisionSignature,
): boolean {
  try {
    const statement = statementOf(place.origin, place.leaf, { actor, attrs }, digestsOf(values, salts));
    return decisionSigned(statement, approver, signature) !== undefined;
  } catch (problem) {
    if (problem instanceof TraceError) return false;
    throw problem;
  }
}

type DecisionValues = DecisionDraft["values"];

function digestsOf(values: DecisionValues, salts: DecisionSignature["salts"]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, sealValue(fromBase64Url(salts[field] ?? ""), field, value).digest] as const],
    ),
  );
}
