import { type ArgumentRole, atLeast, type JsonObject, jsonToText, type ToolSpec } from "#engine";
import { doubtAbout } from "./doubts.ts";
import { fieldOrigin } from "./field-origin.ts";
import { folded, squashed } from "./tokens.ts";
import { type Carrier, carriersIn } from "./carriers.ts";
import { guardedRoles, sinkIntegrity } from "./guarded-roles.ts";
import { trustedTexts } from "./index-source.ts";
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
      .flatMap((leaf) => problemsOf(leaf, spec, traced, context))
      .concat(acrossFields(spec, args));
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
    if (argument === undefined || !atLeast(argument.label.integrity, sinkIntegrity))
      return [{ path, role, sentence: untrustedSentence(path, argument) }];
    const sentence = doubtAbout({ leaf, role, spec, argument }, context);
    return sentence === undefined ? [] : [{ path, role, sentence }];
  }
  if (role === "flag") return isCostly(leaf, spec, context) ? [{ path, role, sentence: costlySentence(path) }] : [];
  if (role !== "content" || spec.effect === "read" || typeof leaf.value !== "string") return [];
  return foreignCarriers(leaf.value, context)
    .slice(0, 20)
    .map((carrier) => ({
      path,
      role,
      sentence: `“${path}” contains ${described(carrier)}, which nobody you trust gave.`,
    }));
}

/** An option of a payment that is switched on, and of which trusted words say nothing. */
function isCostly({ path, value }: Leaf, spec: ToolSpec, context: TraceContext): boolean {
  if (spec.effect !== "pay" || value !== true) return false;
  const name = nameWords(path);
  return !trustedTexts(context).some(({ words }) => name.some((word) => words.fine.includes(word)));
}

/** "isExpress" is said by "express". */
function nameWords(path: string): readonly string[] {
  const words = path
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 3);
}

function costlySentence(path: string): string {
  return `“${path}” is switched on, and nobody you trust asked for it.`;
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

/** A link that only comes about where one text ends and another begins; which one comes first is the tool's affair. */
function acrossFields(spec: ToolSpec, args: JsonObject): readonly SinkProblem[] {
  if (spec.effect === "read") return [];
  const texts = leaves(args)
    .flatMap(({ path, value }) =>
      typeof value === "string" && roleOf(spec.roles, path) === "content" ? [{ path, text: value }] : [],
    )
    .slice(0, mostTexts);
  return texts.flatMap((one) =>
    texts.flatMap((other) => {
      const carrier = one === other ? undefined : carrierAcross(one.text, other.text);
      if (carrier === undefined) return [];
      const sentence = `“${one.path}” and “${other.path}” make ${described(carrier)} together, which nobody you trust gave.`;
      return [{ path: one.path, role: "content" as const, sentence }];
    }),
  );
}

/** Pairs are tried, so a call with a thousand texts must not cost a million. */
const mostTexts = 12;
const border = 100;

function carrierAcross(before: string, after: string): Carrier | undefined {
  const [end, start] = [before.trimEnd().slice(-border), after.trimStart().slice(0, border)];
  // Two sentences without a space between them look like a host: only a path tells a link from them.
  return carriersIn(`${end}${start}`).find(
    ({ text }) => /[./]\p{L}[^\s/]*\//u.test(text) && !folded(end).includes(text) && !folded(start).includes(text),
  );
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
