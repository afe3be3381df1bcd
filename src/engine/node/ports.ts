import type { JsonValue } from "../value/json.ts";

export const dataTypes = ["text", "number", "boolean", "json"] as const;
export type DataType = (typeof dataTypes)[number];

/** A data port. The type parameter is what the node's code sees; `type` is what verify and the canvas compare. */
export interface DataPort<T extends JsonValue | undefined = JsonValue | undefined> {
  readonly type: DataType;
  readonly title: string;
  readonly required: boolean;
  /** Phantom: keeps the type parameter. */
  readonly value?: T;
}

export function text(title: string): DataPort<string> {
  return { type: "text", title, required: true };
}

export function number(title: string): DataPort<number> {
  return { type: "number", title, required: true };
}

export function boolean(title: string): DataPort<boolean> {
  return { type: "boolean", title, required: true };
}

export function json(title: string): DataPort<JsonValue> {
  return { type: "json", title, required: true };
}

export function optional<T extends JsonValue>(port: DataPort<T>): DataPort<T | undefined> {
  return { type: port.type, title: port.title, required: false };
}

/** Which wires fit: equal types, anything into json, and anything into text (it is written as JSON). */
export function fits(from: DataType, to: DataType): boolean {
  return from === to || to === "json" || to === "text";
}

/** What can hang on a step. */
export const attachKinds = ["tool", "permission", "approval", "firewall", "knowledge", "limits"] as const;
export type AttachKind = (typeof attachKinds)[number];

export interface Socket {
  readonly kind: AttachKind;
  readonly title: string;
  readonly min: number;
  readonly max: number;
}

/** A socket that must hold exactly one helper. */
export function one(kind: AttachKind, title: string): Socket {
  return { kind, title, min: 1, max: 1 };
}

export function upToOne(kind: AttachKind, title: string): Socket {
  return { kind, title, min: 0, max: 1 };
}

export function many(kind: AttachKind, title: string): Socket {
  return { kind, title, min: 0, max: 64 };
}
