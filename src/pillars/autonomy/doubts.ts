import { type ArgumentRole, atLeast, type JsonValue, type ToolSpec } from "#engine";
import { trustedTexts } from "./index-source.ts";
import { type Leaf, roleOf } from "./leaves.ts";
import { exactNumber } from "./numbers.ts";
import type { LabelledText, TraceContext, TracedArgument } from "./origin.ts";
import { scalarForm } from "./text-match.ts";

/** An argument that equals something trusted, and what it is for. */
export interface Trusted {
  readonly leaf: Leaf;
  readonly role: ArgumentRole;
  readonly spec: ToolSpec;
  readonly argument: TracedArgument;
}

/**
 * Why a value that equals something trusted may not be what was meant by it: a number that the words say of something else, an
 * account that only a search has found, a thing that this run has made and now destroys. Undefined where nothing speaks against it.
 */
export function doubtAbout(trusted: Trusted, context: TraceContext): string | undefined {
  return isOtherNumber(trusted, context)
    ? `“${trusted.leaf.path}” is a number of the request, which does not say it as money.`
    : isCount(trusted, context)
      ? `“${trusted.leaf.path}” is a number of the request, which counts something else with it.`
      : isFoundAccount(trusted, context)
        ? `“${trusted.leaf.path}” is where money goes, and only a search has found it.`
        : isOwnWork(trusted, context)
          ? `“${trusted.leaf.path}” is something that was made in this chat, and would be lost.`
          : undefined;
}

/** Money is paid as the words say it: where some number has a currency, one without is about something else. */
function isOtherNumber({ leaf, role, spec, argument }: Trusted, context: TraceContext): boolean {
  if (spec.effect !== "pay" || role !== "value" || !isSaid(argument)) return false;
  const amount = scalarForm(leaf.value)?.amount?.number;
  const mentions = trustedTexts(context).flatMap(({ numbers }) => numbers);
  const money = mentions.filter(({ currency }) => currency !== undefined);
  return amount !== undefined && money.length > 0 && !money.some(({ number }) => number === amount);
}

/** "Our 40 guests" names nothing by its 40. */
function isCount({ leaf, role, argument }: Trusted, context: TraceContext): boolean {
  if (role !== "id" || !isSaid(argument)) return false;
  const figure = figureOf(leaf.value);
  if (figure === undefined) return false;
  const markers = new Set([...leaf.path.toLowerCase().split(/[^a-z]+/), ...numberNames]);
  return !trustedTexts(context).some(({ words: { raw } }) =>
    raw.some((word, at) => {
      if (word.replace(/^#/, "") !== figure) return word.length < 60 && bare(word) === figure;
      const next = raw[at + 1];
      return (
        word.startsWith("#") ||
        markers.has(raw[at - 1] ?? "") ||
        next === undefined ||
        !/^\p{L}{3,}/u.test(next) ||
        small.has(bare(next))
      );
    }),
  );
}

const numberNames: readonly string[] = "id no nr number nummer num numéro numero número n° #".split(" ");

/** Words that no number counts. */
const small: ReadonlySet<string> = new Set(
  `and but for from with into then when after before because please the this that its now again today tomorrow
   und oder aber für von mit dann wenn nach vor weil bitte auf heute morgen les des pour avec dans puis après avant quand
   con para por del las los una uno pero luego antes después della dei che per poi dopo prima non com dos das mas depois
   van naar voor met het een dan als maar`.split(/\s+/),
);

function bare(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]{1,8}|[^\p{L}\p{N}]{1,8}$/gu, "");
}

function figureOf(value: JsonValue): string | undefined {
  if (typeof value === "number") return exactNumber(value);
  return typeof value === "string" && /^#?\d{1,18}$/.test(value.trim()) ? value.trim().replace("#", "") : undefined;
}

/** Whoever may write what is searched says where the money goes. Looked up by its id, a record is the one that was meant. */
function isFoundAccount({ role, spec, argument }: Trusted, context: TraceContext): boolean {
  if (spec.effect !== "pay" || role !== "target" || argument.origin.kind !== "record") return false;
  return sourcesOf(argument, context).some(
    ({ args, queryRoles }) =>
      Object.keys(args).some((name) => searching.test(name)) &&
      !Object.keys(args).some((name) => roleOf(queryRoles, name) === "id" && !searching.test(name)),
  );
}

const searching = /^(?:.*_)?(?:query|search|q|keywords?|text|terms?|phrase|question|topic|contains|filter)$/i;

/** What was asked for and made is not what the words ask to be destroyed. */
function isOwnWork({ role, spec, argument }: Trusted, context: TraceContext): boolean {
  if (spec.effect !== "delete" || role !== "id" || argument.origin.kind !== "record") return false;
  return sourcesOf(argument, context).some(({ created }) => created);
}

function isSaid({ label }: TracedArgument): boolean {
  return atLeast(label.integrity, "user");
}

type Answer = Extract<LabelledText, { kind: "result" }>;

function sourcesOf({ label }: TracedArgument, { values }: TraceContext): readonly Answer[] {
  return values.flatMap((source) => (source.kind === "result" && label.sources.includes(source.key) ? [source] : []));
}
