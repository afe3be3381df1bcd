import type { ToolSpec } from "#engine";
import { type Deed, everyLanguage, type NounEntry, type VerbEntry } from "./lexicon.ts";
import { readRequest } from "./orders.ts";
import { plainWord } from "./plain-word.ts";
import type { Action, Thing } from "./vocabulary.ts";

/** What a tool is for, in the terms of requests. */
export interface ToolProfile {
  readonly actions: ReadonlySet<Deed>;
  readonly things: ReadonlySet<Thing>;
  /** What its arguments can name as where it goes: a channel, a person. */
  readonly reaches: ReadonlySet<Thing>;
}

const profiles = new WeakMap<ToolSpec, ToolProfile>();

/** Read off its name, or its title where the name says nothing; what people may say when they want it counts too. */
export function toolProfile(spec: ToolSpec): ToolProfile {
  const known = profiles.get(spec);
  if (known !== undefined) return known;
  const words = speakingWords(spec);
  const asked = (spec.phrases ?? []).flatMap((phrase) => readRequest(phrase).orders);
  const things = new Set(thingsIn(words));
  const named = actionsIn(words);
  const actions = named.length > 0 || asked.length > 0 ? named : literal(words);
  const profile = {
    actions: new Set([...specialised(actions, things, spec), ...asked.flatMap((order) => order.actions)]),
    things,
    reaches: new Set(targetsOf(spec)),
  };
  profiles.set(spec, profile);
  return profile;
}

function targetsOf({ roles }: ToolSpec): readonly Thing[] {
  return Object.keys(roles)
    .filter((argument) => roles[argument] === "target")
    .flatMap((argument) => thingsIn(["", ...nameWords(argument)]));
}

/** The verbs that only these tools have: `rotate` of `rotate_key`. */
export function ownVerbs(tools: readonly ToolSpec[]): readonly VerbEntry[] {
  return tools.flatMap((spec) =>
    [...toolProfile(spec).actions].flatMap((action) =>
      isLiteral(action) ? [{ words: [action.slice(1)], isParted: false, action, form: "command" as const }] : [],
    ),
  );
}

function isLiteral(action: Deed): action is `~${string}` {
  return action.startsWith("~");
}

function literal([verb]: readonly string[]): readonly Deed[] {
  return verb === undefined || verb.length < 3 ? [] : [`~${verb}`];
}

function speakingWords({ name, title }: ToolSpec): readonly string[] {
  const words = nameWords(name);
  const said = nameWords(title);
  return actionsIn(words).length === 0 && actionsIn(said).length > 0 ? said : words;
}

function nameWords(name: string): readonly string[] {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .split(/[^\p{L}\p{N}]+/u)
    .map(plainWord)
    .filter((word) => word !== "");
}

/** The verb is the first word that can be nothing else, or the first one at all; else a noun that names a deed (`rollback`). */
function actionsIn(words: readonly string[]): readonly Action[] {
  const verbs = words.map((_, at) => verbsAt(words, at));
  const first = verbs[0] ?? [];
  const clear = verbs.findIndex((found, at) => found.length > 0 && nounsAt(words, at).length === 0);
  const chosen =
    first.length > 0 && (clear === -1 || clear > 1) ? first : (verbs[clear] ?? verbs.find((found) => found.length > 0));
  if (chosen !== undefined && chosen.length > 0)
    return chosen.flatMap(({ action }) => (isLiteral(action) ? [] : [action]));
  return words.flatMap((_, at) => nounsAt(words, at).flatMap(({ deed }) => deed ?? [])).slice(0, 1);
}

function verbsAt(words: readonly string[], at: number): readonly VerbEntry[] {
  const found = (everyLanguage.verbs.get(words[at] ?? "") ?? []).filter(
    (entry) => entry.form !== "participle" && !entry.isParted && continues(entry.words, words, at),
  );
  return found.filter((entry) => entry.words.length === found[0]?.words.length);
}

function nounsAt(words: readonly string[], at: number): readonly NounEntry[] {
  return (everyLanguage.nouns.get(words[at] ?? "") ?? []).filter((entry) => continues(entry.words, words, at));
}

function continues(entry: readonly string[], words: readonly string[], at: number): boolean {
  return entry.every((each, index) => words[at + index] === each);
}

/** A first word that is the verb names no thing, unless it says what the verb is about (`email_customer`). */
function thingsIn(words: readonly string[]): readonly Thing[] {
  const about = verbsAt(words, 0).flatMap((verb) => verb.about ?? []);
  const from = verbsAt(words, 0).length > 0 ? 1 : 0;
  const named = words
    .slice(from)
    .flatMap((_, index) => nounsAt(words, from + index).flatMap(({ thing }) => thing ?? []));
  return [...about, ...named];
}

const carriesMoney: ReadonlySet<Deed> = new Set(["send", "move", "create", "submit", "do", "start", "run", "withdraw"]);

/** `send_money` pays; a tool that pays and says no more is for paying. */
function specialised(actions: readonly Deed[], things: ReadonlySet<Thing>, { effect }: ToolSpec): readonly Deed[] {
  const isMoney = things.has("money") || things.has("payment");
  const pays = (isMoney || effect === "pay") && !things.has("discount") && !things.has("invoice");
  const isPlainPay = pays && actions.every((action) => carriesMoney.has(action) || isLiteral(action));
  return isPlainPay ? [...actions, "pay"] : actions;
}
