import type { ToolSpec } from "#engine";
import { nouns, verbs } from "./lexicon.ts";
import { readRequest } from "./orders.ts";
import { plainWord } from "./plain-word.ts";
import type { Action, Thing } from "./vocabulary.ts";

/** What a tool is for, in the terms of requests. */
export interface ToolProfile {
  readonly actions: ReadonlySet<Action>;
  readonly things: ReadonlySet<Thing>;
}

const profiles = new WeakMap<ToolSpec, ToolProfile>();

/** Read off its name; what people may say when they want it counts too, where the tool says so. */
export function toolProfile(spec: ToolSpec): ToolProfile {
  const known = profiles.get(spec);
  if (known !== undefined) return known;
  const words = nameWords(spec.name);
  const asked = (spec.phrases ?? []).flatMap((phrase) => readRequest(phrase).orders);
  const profile = {
    actions: new Set([...actionsIn(words), ...asked.map(({ action }) => action), ...byEffect(spec)]),
    things: new Set(thingsIn(words)),
  };
  profiles.set(spec, profile);
  return profile;
}

function nameWords(name: string): readonly string[] {
  return name
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .split(/[^\p{L}\p{N}]+/u)
    .map(plainWord)
    .filter((word) => word !== "");
}

/** The verb is the first word that can be one. */
function actionsIn(words: readonly string[]): readonly Action[] {
  for (const [at, word] of words.entries()) {
    const found = (verbs.get(word) ?? []).filter(
      ({ form, words: [, ...rest] }) =>
        form === "command" && rest.every((each, index) => words[at + 1 + index] === each),
    );
    if (found.length > 0) return found.map(({ action }) => action);
  }
  return [];
}

function thingsIn(words: readonly string[]): readonly Thing[] {
  return words
    .slice(1)
    .flatMap((word, index) =>
      (nouns.get(word) ?? []).flatMap(({ thing, words: [, ...rest] }) =>
        thing !== undefined && rest.every((each, offset) => words[index + 2 + offset] === each) ? [thing] : [],
      ),
    );
}

function byEffect({ effect }: ToolSpec): readonly Action[] {
  return effect === "pay" ? ["pay"] : [];
}
