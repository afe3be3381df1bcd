import type { z } from "zod";
import type { ToolEffect, ToolSpec } from "../port/tool.ts";
import { jsonObject, type JsonObject, type JsonValue } from "../value/json.ts";
import type { Label } from "../value/label.ts";
import type { Labelled } from "../value/labelled.ts";
import type { Need, Needs } from "./needs.ts";
import type { AttachKind, DataPort, Socket } from "./ports.ts";

export const nodeGroups = ["talk", "think", "act", "guard", "logic", "data", "note"] as const;
export type NodeGroup = (typeof nodeGroups)[number];

type Ports = Readonly<Record<string, DataPort>>;
type Sockets = Readonly<Record<string, Socket>>;
type ValueOf<P> = P extends DataPort<infer T> ? T : never;
type InputValues<I extends Ports> = { readonly [K in keyof I]: ValueOf<I[K]> };
/** A port left out is a branch not taken. A bare value carries the join of what the step read; a Labelled one its own label. */
export type OutputValues<O extends Ports> = { readonly [K in keyof O]?: Exclude<ValueOf<O[K]>, undefined> | Labelled };

export interface RunContext<Config, I extends Ports, N extends Need> {
  readonly config: Config;
  readonly inputs: InputValues<I>;
  readonly labels: Readonly<Record<string, Label>>;
  readonly host: Pick<Needs, N>;
  readonly signal: AbortSignal;
  /** What hangs on this step's sockets. */
  readonly attached: readonly Attached[];
}

/** A helper on a socket: its node id, its config as parsed by its own schema, and the tools it offers. */
export interface Attached {
  readonly socket: string;
  readonly kind: AttachKind;
  readonly nodeId: string;
  readonly type: string;
  readonly title: string;
  readonly config: JsonObject;
  readonly tools: readonly ToolSpec[];
  /** Helpers on this helper's own sockets: an approval gate on a tool. */
  readonly attached: readonly Attached[];
}

/** A kind of its own to people, which begins with other settings and is the same node to the engine. */
export interface NodePreset {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly config: JsonObject;
}

/** What a node itself finds wrong or risky in its settings. */
export interface ConfigRemark {
  readonly severity: "error" | "warning";
  readonly message: string;
}

export interface NodeSpec<
  Schema extends z.ZodObject,
  I extends Ports,
  O extends Ports,
  A extends Sockets,
  N extends Need,
> {
  readonly type: string;
  readonly version: number;
  readonly title: string;
  readonly group: NodeGroup;
  /** Name of an icon of the kit. */
  readonly icon: string;
  readonly description: string;
  /** The line on the card: what the step will do, in the flow's own words. */
  readonly summary: (config: z.infer<Schema>) => string;
  readonly config: Schema;
  /** From version n-1 to n, by n. */
  readonly migrate?: Readonly<Record<number, (old: JsonObject) => JsonObject>>;
  readonly inputs: I;
  readonly outputs: O;
  readonly attach: A;
  /** Set when this node hangs on a step instead of standing in the flow. */
  readonly provides?: AttachKind;
  /** `tool` helpers: what the model may call, given the config. */
  readonly tools?: (config: z.infer<Schema>) => readonly ToolSpec[];
  /** Every model that it has asked, given the config; left out, the one that its setting `model` names. */
  readonly models?: (config: z.infer<Schema>) => readonly string[];
  /** `permission` helpers: the names of the tools they have a rule for. */
  readonly governs?: (config: z.infer<Schema>) => readonly string[];
  /** Settings of a freshly placed node; `tools` are those of the step it is placed for. */
  readonly starter?: (tools: readonly ToolSpec[]) => JsonObject;
  /** Stand after the node in the palette. */
  readonly presets?: readonly NodePreset[];
  readonly review?: (config: z.infer<Schema>) => readonly ConfigRemark[];
  /** Starts a turn from a chat message. */
  readonly trigger?: "chat";
  /** Says something to the person who wrote. */
  readonly answers?: true;
  readonly needs: readonly N[];
  readonly effect: ToolEffect;
  readonly run?: (context: RunContext<z.infer<Schema>, I, N>) => Promise<OutputValues<O>>;
}

/** What the engine holds of a node once its types no longer matter. Inputs and config are checked against its own schemas first. */
export interface NodeDefinition {
  readonly type: string;
  readonly version: number;
  readonly title: string;
  readonly group: NodeGroup;
  readonly icon: string;
  readonly description: string;
  readonly configSchema: z.ZodObject;
  readonly migrate: Readonly<Record<number, (old: JsonObject) => JsonObject>>;
  readonly inputs: Ports;
  readonly outputs: Ports;
  readonly attach: Sockets;
  readonly provides: AttachKind | undefined;
  readonly trigger: "chat" | undefined;
  readonly answers: boolean;
  readonly needs: readonly Need[];
  readonly effect: ToolEffect;
  readonly runs: boolean;
  readonly presets: readonly NodePreset[];
  summarise(config: JsonObject): string;
  toolsFor(config: JsonObject): readonly ToolSpec[];
  modelsFor(config: JsonObject): readonly string[];
  governedBy(config: JsonObject): readonly string[];
  starterConfig(tools: readonly ToolSpec[]): JsonObject;
  remarksOn(config: JsonObject): readonly ConfigRemark[];
  execute(context: ErasedContext): Promise<Readonly<Record<string, JsonValue | Labelled | undefined>>>;
}

export interface ErasedContext {
  readonly config: JsonObject;
  readonly inputs: Readonly<Record<string, JsonValue | undefined>>;
  readonly labels: Readonly<Record<string, Label>>;
  readonly host: Needs;
  readonly signal: AbortSignal;
  readonly attached: readonly Attached[];
}

/**
 * Defines a node: one object from which the types of its config, inputs and host are inferred. `needs` is at once the type
 * of `host`, the manifest that verify reads and the runtime grant.
 */
export function defineNode<
  Schema extends z.ZodObject,
  I extends Ports,
  O extends Ports,
  A extends Sockets,
  const N extends Need = never,
>(spec: NodeSpec<Schema, I, O, A, N>): NodeDefinition {
  const {
    config: configSchema,
    run,
    summary,
    tools,
    models,
    governs,
    starter,
    presets,
    review,
    migrate,
    provides,
    trigger,
    answers,
    ...rest
  } = spec;
  return {
    ...rest,
    configSchema,
    migrate: migrate ?? {},
    provides,
    trigger,
    answers: answers === true,
    runs: run !== undefined,
    presets: presets ?? [],
    summarise(config) {
      const parsed = configSchema.safeParse(config);
      return parsed.success ? summary(parsed.data) : "Needs settings";
    },
    toolsFor(config) {
      const parsed = configSchema.safeParse(config);
      return parsed.success && tools !== undefined ? tools(parsed.data) : [];
    },
    modelsFor(config) {
      const parsed = configSchema.safeParse(config);
      if (!parsed.success) return [];
      const model = parsed.data["model"];
      return models?.(parsed.data) ?? (typeof model === "string" ? [model] : []);
    },
    governedBy(config) {
      const parsed = configSchema.safeParse(config);
      return parsed.success && governs !== undefined ? governs(parsed.data) : [];
    },
    starterConfig(forTools) {
      return jsonObject.parse(starter?.(forTools) ?? configSchema.safeParse({}).data ?? {});
    },
    remarksOn(config) {
      const parsed = configSchema.safeParse(config);
      return parsed.success && review !== undefined ? review(parsed.data) : [];
    },
    async execute(context) {
      if (run === undefined) return {};
      return run({
        ...context,
        config: configSchema.parse(context.config),
        inputs: context.inputs as InputValues<I>,
        host: narrow(context.host, spec.needs),
      });
    },
  };
}

/** Only what was declared is there at run time, not only in the types. */
function narrow<N extends Need>(host: Needs, needs: readonly N[]): Pick<Needs, N> {
  const granted: Partial<Needs> = {};
  for (const need of needs) Object.defineProperty(granted, need, { value: host[need], enumerable: true });
  return Object.freeze(granted) as Pick<Needs, N>;
}
