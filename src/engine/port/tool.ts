import { z } from "zod";
import type { JsonObject, JsonValue } from "../value/json.ts";
import type { CodeLimits } from "./code.ts";
import type { RemoteCall, RemoteEndpoint } from "./remote.ts";

/** What a call does to the world. Everything but `read` is consequential: at most once, never silently repeated. */
export const toolEffects = ["read", "write", "send", "pay", "delete", "admin"] as const;
export const toolEffect = z.enum(toolEffects);
export type ToolEffect = z.infer<typeof toolEffect>;

/**
 * What an argument means. `target`, `id` and `value` decide who or what is affected and by how much, so they need
 * integrity; `content` is text that leaves; `flag` is free.
 */
export const argumentRoles = ["target", "id", "value", "content", "flag"] as const;
export const argumentRole = z.enum(argumentRoles);
export type ArgumentRole = z.infer<typeof argumentRole>;

/** Who fills a result's field: the tool's own system, or anybody who can write there. Unnamed fields are outside text. */
export const fieldOrigins = ["system", "outside"] as const;
export type FieldOrigin = (typeof fieldOrigins)[number];

/** Work on rows that the house does itself, without any system outside: what it gives keeps where its values came from. */
export const rowWorks = ["keep", "pick", "add-up", "group"] as const;
export type RowWork = (typeof rowWorks)[number];

export interface ToolSpec {
  /** Stable, `[a-z][a-z0-9_]*`; the name the model and the policy use. */
  readonly name: string;
  /** What the person reads: "Refund". */
  readonly title: string;
  readonly description: string;
  readonly effect: ToolEffect;
  /** JSON Schema of the arguments object; `additionalProperties` is false. */
  readonly inputSchema: JsonObject;
  readonly roles: Readonly<Record<string, ArgumentRole>>;
  /** Origin of the result's fields by dotted path; a path not named here is `outside`. */
  readonly resultOrigins: Readonly<Record<string, FieldOrigin>>;
  /** Set for a tool of another system that says nothing of its fields: their origins are then inferred from each result. */
  readonly infersOrigins?: true;
  /** Set for work on rows that the house does; no system is called. */
  readonly computes?: RowWork;
  /**
   * Set for a tool that runs code which the model has written (its argument `code`), behind the walls and with the step's other tools.
   */
  readonly runsCode?: Pick<CodeLimits, "timeMs" | "memoryBytes" | "calls">;
  /** Liquid template over the arguments: "Refund {{ amount }} {{ currency }} for order {{ orderId }}". */
  readonly sentence: string;
  /** Liquid template over the result, for a reader (and the embedded assistant): "Your {{ item }} is {{ status }}." */
  readonly resultSentence?: string;
  /** Liquid template over the arguments that names the record a result is about: "order {{ orderId }}". */
  readonly recordTitle?: string;
  /** What people may say when they want it; helps the embedded assistant choose. */
  readonly phrases?: readonly string[];
  /** Set for a tool that is reached over the network. */
  readonly remote?: RemoteEndpoint;
}

/** Context a tool's implementation gets with each call. */
export interface ToolContext {
  /** Sent along to systems that deduplicate; equal for a retry of the same step. */
  readonly idempotencyKey: string;
  /** Who is speaking. */
  readonly speaker: Speaker;
  readonly now: number;
  readonly signal: AbortSignal;
  /** Set for a tool that is reached over the network. */
  readonly remote?: RemoteCall;
}

export interface Speaker {
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

/** `failure` is an expected answer ("no such order"), shown to the model; bugs are thrown. */
export type ToolOutcome =
  | { readonly outcome: "success"; readonly result: JsonValue }
  | { readonly outcome: "failure"; readonly message: string };

/** What the system of record knows about a call, for rules that require it. False when it is not known. */
export interface CallStanding {
  /** The record that the call is about belongs to the person who speaks. */
  readonly ownRecord: boolean;
  /** What the call gives back goes where the record came from (the card that paid). */
  readonly sameTarget: boolean;
}

/** Raw tools. Only the monitor holds them. */
export interface Tools {
  standing?(tool: string, args: JsonObject, speaker: Speaker): Promise<CallStanding>;
  call(tool: string, args: JsonObject, context: ToolContext): Promise<ToolOutcome>;
}
