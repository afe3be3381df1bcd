import type { ArgumentRole, FieldOrigin, Integrity, JsonObject, JsonValue, Label } from "#engine";
import type { Readers } from "./readers.ts";

/** Where an argument came from, for people: "your message", "order A1001", "text from outside", "written by the agent". */
export interface Origin {
  readonly kind: "user" | "record" | "author" | "outside" | "model";
  readonly title: string;
  /** Step key of the value it equals; absent for what the model made up. */
  readonly key?: string;
  /** Dotted path inside that value. */
  readonly path?: string;
}

/** One argument of a call, re-traced. */
export interface TracedArgument {
  readonly label: Label;
  readonly origin: Origin;
}

/** By argument path: `orderId`, `items.0.sku`. One entry for every leaf, and one for every empty object or list. */
export type TracedArguments = Readonly<Record<string, TracedArgument>>;

/** A value that the step could see, with what is known about where it came from. */
export type LabelledText =
  /** Words of the person who speaks (integrity `user`) or of the flow (`author`); with `untrusted`, text from outside. */
  | {
      readonly kind: "text";
      readonly key: string;
      readonly title: string;
      readonly integrity: Integrity;
      readonly text: string;
    }
  /** What a tool answered, with the origin of its fields by dotted path (list positions written `*`; unnamed ones are outside). */
  | {
      readonly kind: "result";
      readonly key: string;
      /** Name of the tool that answered. */
      readonly tool: string;
      readonly title: string;
      readonly value: JsonValue;
      readonly origins: Readonly<Record<string, FieldOrigin>>;
      /** The arguments of the call that gave this result, and as what they were traced then. */
      readonly args: JsonObject;
      readonly query: TracedArguments;
      readonly queryRoles: Readonly<Record<string, ArgumentRole>>;
      /** True when this run made the object that the result names. */
      readonly created: boolean;
      /** Who may read it; anyone where it is left out. */
      readonly readers?: Readers;
      /** For what the house worked out of other values: what each of its own is worth. Nothing else is known of them. */
      readonly carried?: TracedArguments;
    };

/** Everything the step could see. The same objects should be passed again on every hop: each is taken apart once. */
export interface TraceContext {
  readonly values: readonly LabelledText[];
  /** The run's day, ISO `2026-11-22`, so that "tomorrow" and "22 November" have a meaning; without it they have none. */
  readonly today?: string;
}
