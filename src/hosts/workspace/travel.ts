import { z } from "zod";
import { jsonObject, type Flow, type RunEvent } from "#engine";
import type { ApprovalRequestEvent, PersonDecision } from "#monitor";
import {
  fromBase64,
  leafHash,
  readEvents,
  readLine,
  toBase64,
  toBase64Url,
  TraceError,
  type TraceStore,
} from "#pillars/trace";
import { witnessedLog } from "./cosign.ts";
import type { RequestPlace } from "./signed-decision.ts";
import { runEventOf } from "./sink.ts";

/** A request on its way to somebody's own Gatehouse: the very line of the log, with what it recorded. */
const requestFile = z.strictObject({
  v: z.literal(1),
  type: z.literal("gatehouse-approval-request"),
  flow: z.string().max(200),
  /** Whose call it is and for whom, so that the card can name them. Like the flow's title it is not sealed. */
  about: z.strictObject({ step: z.string().max(200), speaker: z.string().max(200) }).exactOptional(),
  line: z.string(),
  values: z.array(z.string()),
  /** The run's log at its last checkpoint, for whoever decides to cosign; left out of a long one. */
  log: z
    .strictObject({
      vkey: z.string().max(700),
      checkpoint: z.string().max(2_000),
      leaves: z.array(z.string().length(44)),
    })
    .exactOptional(),
});

const decisionFile = z.strictObject({
  v: z.literal(1),
  type: z.literal("gatehouse-decision"),
  origin: z.string().min(1).max(512),
  approvalId: z.string().min(1).max(500),
  by: z.strictObject({ id: z.string().max(80), name: z.string().max(80), role: z.string().max(40) }),
  decision: z.enum(["approve", "deny", "edit"]),
  comment: z.string().max(1_000),
  edited: jsonObject.exactOptional(),
  signed: z.strictObject({
    approver: z.string().max(300),
    signature: z.string().max(600),
    salts: z.record(z.string(), z.string().max(64)),
    cosigned: z.strictObject({ size: z.number().int().nonnegative(), signature: z.string().max(600) }).exactOptional(),
  }),
});

export interface TravelledRequest {
  readonly request: ApprovalRequestEvent;
  readonly place: RequestPlace;
  /** The flow's title. */
  readonly flow: string;
  /** What the step is called that asks, and who speaks with it; empty where the file does not say. */
  readonly about: RequestAbout;
}

export interface RequestAbout {
  readonly step: string;
  readonly speaker: string;
}

export interface TravelledDecision {
  readonly origin: string;
  readonly approvalId: string;
  readonly decision: PersonDecision;
}

/** A longer log does not travel with its request, which is then decided on without a cosignature. */
const mostCarriedLeaves = 65_536;

export async function writeRequestFile(
  store: TraceStore,
  origin: string,
  { seq }: ApprovalRequestEvent,
  flow: string,
  about?: RequestAbout,
  vkey?: string,
): Promise<string> {
  const [line = ""] = await store.lines(origin, seq, seq + 1);
  const values = (await store.disclosures(origin, seq, seq + 1)).map(({ text }) => text);
  const log = vkey === undefined ? undefined : await witnessedLog(store, origin, vkey, mostCarriedLeaves);
  const file: z.infer<typeof requestFile> = {
    v: 1,
    type: "gatehouse-approval-request",
    flow,
    ...(about !== undefined && { about }),
    line,
    values,
    ...(log && { log: { ...log, leaves: log.leaves.map(toBase64) } }),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads a request that came as a file. Everything that is shown has its digest in the line, and the line's own hash is what
 * will be signed: a request that was changed on the way gets a signature that fits nothing.
 */
export function readRequestFile(content: unknown): TravelledRequest | undefined {
  const checked = requestFile.safeParse(content);
  if (!checked.success) return undefined;
  const { flow, line, values, about = { step: "", speaker: "" }, log } = checked.data;
  try {
    const { origin, seq } = readLine(line);
    const disclosures = values.map((text) => ({ seq, field: "", text }));
    const [event] = readEvents(origin, [line], disclosures).map(runEventOf);
    // What cannot be seen whole is not decided on.
    if (event?.kind !== "approval.request" || event.values.arguments === undefined) return undefined;
    const place = { origin, seq, leaf: toBase64Url(leafHash(line)), isCopy: true };
    const whole = log && { ...log, leaves: log.leaves.map(fromBase64) };
    return { flow, about, request: event, place: { ...place, ...(whole && { log: async () => whole }) } };
  } catch (problem) {
    if (problem instanceof TraceError) return undefined;
    throw problem;
  }
}

/** What a request file says about who asks: the step's own title, and who began the turn. */
export function aboutRequest(
  { node, seq }: ApprovalRequestEvent,
  flow: Flow,
  events: readonly RunEvent[],
): RequestAbout {
  const start = events.findLast((event) => event.kind === "turn.start" && event.seq < seq);
  const name = start?.kind === "turn.start" ? start.values.speaker?.["name"] : undefined;
  const step = flow.nodes.find(({ id }) => id === node?.id)?.title ?? "";
  return { step: step.slice(0, 200), speaker: typeof name === "string" ? name.slice(0, 200) : "" };
}

/** A signed decision as a file; undefined when it carries no signature, for then nobody could check whose it is. */
export function writeDecisionFile(
  { place, request }: Pick<TravelledRequest, "place" | "request">,
  { by, signed, ...made }: PersonDecision,
): string | undefined {
  if (signed === undefined) return undefined;
  const { id, name, role } = by;
  const { approvalId } = request.attrs;
  const file: z.infer<typeof decisionFile> = {
    v: 1,
    type: "gatehouse-decision",
    origin: place.origin,
    approvalId,
    by: { id, name, role },
    ...made,
    signed,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** Undefined when this is no decision file. Whether it counts is judged where the request waits. */
export function readDecisionFile(content: unknown): TravelledDecision | undefined {
  const checked = decisionFile.safeParse(content);
  if (!checked.success) return undefined;
  const { v: _v, type: _type, origin, approvalId, ...decision } = checked.data;
  return { origin, approvalId, decision };
}
