import { type ArgumentRole, atLeast, type JsonObject, jsonToText, type ToolSpec } from "#engine";
import { fieldOrigin } from "./field-origin.ts";
import { squashed } from "./tokens.ts";
import { type Carrier, carriersIn } from "./carriers.ts";
import { guardedRoles, sinkIntegrity } from "./guarded-roles.ts";
import { type Leaf, leaves, roleOf } from "./leaves.ts";
import type { TraceContext, TracedArgument, TracedArguments } from "./origin.ts";
import { traceArguments } from "./provenance.ts";

/** One argument that a person has to look at. */
export interface SinkProblem {
  readonly path: string;
  readonly role: ArgumentRole;
  readonly sentence: string;
}

/** `ask` names every argument that a person has to look at. */
export type SinkVerdict =
  | { readonly outcome: "ok" }
  | { readonly outcome: "ask"; readonly problems: readonly SinkProblem[] };

/**
 * Checks what a call would let out. Who, what and how much must come from trusted words or the one record they chose;
 * text that leaves may carry no link, address or account number that trusted text doesn't have. Anything else asks; so
 * does a check that fails.
 */
export function checkSinks(
  spec: ToolSpec,
  args: JsonObject,
  traced: TracedArguments,
  context: TraceContext,
): SinkVerdict {
  try {
    const problems = leaves(args)
      .filter(({ path }) => path !== "")
      .flatMap((leaf) => problemsOf(leaf, spec, traced, context));
    return problems.length === 0 ? { outcome: "ok" } : { outcome: "ask", problems };
  } catch {
    const sentence = "Where the arguments came from could not be checked.";
    return { outcome: "ask", problems: [{ path: "", role: "target", sentence }] };
  }
}

function problemsOf(
  leaf: Leaf,
  spec: ToolSpec,
  traced: TracedArguments,
  context: TraceContext,
): readonly SinkProblem[] {
  const { path } = leaf;
  const role = roleOf(spec.roles, path);
  if (guardedRoles(spec.effect).includes(role)) {
    const argument = Object.hasOwn(traced, path) ? traced[path] : undefined;
    const isTrusted = argument !== undefined && atLeast(argument.label.integrity, sinkIntegrity);
    return isTrusted ? [] : [{ path, role, sentence: untrustedSentence(path, argument) }];
  }
  if (role !== "content" || spec.effect === "read" || typeof leaf.value !== "string") return [];
  return foreignCarriers(leaf.value, context)
    .slice(0, 20)
    .map((carrier) => ({
      path,
      role,
      sentence: `“${path}” contains ${described(carrier)}, which nobody you trust gave.`,
    }));
}

function untrustedSentence(path: string, argument: TracedArgument | undefined): string {
  switch (argument?.origin.kind) {
    case "outside":
      return `“${path}” comes from text from outside.`;
    case "record":
      return `“${path}” comes from ${argument.origin.title}, which has several records or was not chosen by words you trust.`;
    case "model":
      return `“${path}” was made up by the agent.`;
    default:
      return `Where “${path}” came from is not known.`;
  }
}

const kindNames: Readonly<Record<Carrier["kind"], string>> = {
  link: "the link",
  address: "the address",
  account: "the number",
};

function described({ kind, text }: Carrier): string {
  return `${kindNames[kind]} ${text.length > 80 ? `${text.slice(0, 79)}…` : text}`;
}

/** Those that are neither in trusted words nor filled in by a tool's own system. */
function foreignCarriers(content: string, context: TraceContext): readonly Carrier[] {
  const carriers = carriersIn(content);
  const traced = traceArguments({ carriers: carriers.map(({ text }) => text) }, context);
  const accounts = carriers.some(({ kind }) => kind === "account") ? trustedCharacters(context) : [];
  return carriers.filter(({ kind, text }, index) => {
    const origin = traced[`carriers.${index}`];
    if (origin !== undefined && atLeast(origin.label.integrity, "structured")) return false;
    return !(kind === "account" && accounts.some((known) => known.includes(squashed(text))));
  });
}

/** Trusted text without spaces and signs: the same account is written in groups here and in one piece there. */
function trustedCharacters({ values }: TraceContext): readonly string[] {
  return values.flatMap((source) => {
    if (source.kind === "text") return source.integrity === "untrusted" ? [] : [squashed(source.text)];
    const system = leaves(source.value).filter(({ path }) => fieldOrigin(source.origins, path) === "system");
    return system.map(({ value }) => squashed(jsonToText(value)));
  });
}
