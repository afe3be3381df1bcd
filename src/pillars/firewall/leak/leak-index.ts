import type { GuardSetting } from "../policy/index.ts";
import type { InspectContext } from "../types.ts";
import { keptValues } from "./kept-values.ts";
import { leetNeedle, needlesOf, shortestNeedle } from "./needles.ts";
import { indexInstructions } from "./overlap.ts";
import type { Instructions } from "./overlap.ts";
import { indexRows } from "./run-together.ts";
import type { Rows } from "./run-together.ts";
import { NeedleSearch } from "./search.ts";
import { squash } from "./squash.ts";

/** Values of one kind that must not leave, ready to be looked for in every spelling. */
export interface KeptKind {
  readonly category: "canary" | "declared-secret";
  readonly reason: string;
  readonly spellings: NeedleSearch;
  readonly leet: NeedleSearch;
  /** The values forwards and backwards, to be read off other words. */
  readonly letters: NeedleSearch;
  /** Values of one word that is too short to be found in the middle of others. */
  readonly words: ReadonlySet<string>;
  readonly codes: readonly string[];
}

export interface LeakIndex {
  readonly kinds: readonly KeptKind[];
  readonly instructions: Instructions | undefined;
  readonly rows: Rows;
}

type Setting = GuardSetting<"promptLeak">;

/** A reply that arrives in pieces is looked at many times over, always in the same context. */
const made = new WeakMap<InspectContext, { readonly setting: Setting; readonly index: LeakIndex }>();

export function leakIndexOf(context: InspectContext | undefined, setting: Setting): LeakIndex {
  if (context === undefined) return indexLeaks(context, setting);
  const before = made.get(context);
  if (before?.setting === setting) return before.index;
  const index = indexLeaks(context, setting);
  made.set(context, { setting, index });
  return index;
}

function indexLeaks(context: InspectContext | undefined, setting: Setting): LeakIndex {
  const { instructions = "", sources = [] } = context ?? {};
  const said = squash((context?.trustedText ?? []).join("\n")).text;
  // What the person wrote, the person may read.
  const kept = keptValues(instructions).filter((value) => !said.includes(squash(value).text));
  const kinds = [
    kindOf("canary", "Repeats a mark from the hidden instructions.", context?.canaries ?? []),
    kindOf("declared-secret", "Contains a value that was declared secret.", [
      ...(context?.secrets ?? []),
      ...setting.secrets,
    ]),
    kindOf("declared-secret", "Contains a value that the instructions say to keep.", kept),
  ];
  return {
    kinds: kinds.flatMap((kind) => kind ?? []),
    instructions: instructions === "" ? undefined : indexInstructions(instructions, sources),
    rows: indexRows(instructions, sources),
  };
}

function kindOf(category: KeptKind["category"], reason: string, values: readonly string[]): KeptKind | undefined {
  const squashed = values.map((value) => squash(value).text).filter((value) => value !== "");
  if (squashed.length === 0) return undefined;
  const both = squashed.flatMap((value) => [
    { squashed: value, isEncoded: true },
    { squashed: [...value].toReversed().join(""), isEncoded: true },
  ]);
  return {
    category,
    reason,
    spellings: new NeedleSearch(values.flatMap(needlesOf)),
    leet: new NeedleSearch(values.flatMap((value) => leetNeedle(value) ?? [])),
    letters: new NeedleSearch(both),
    words: new Set(squashed.filter((value) => value.length < shortestNeedle)),
    codes: squashed,
  };
}
