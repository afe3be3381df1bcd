import type { Integrity } from "#engine";
import type { IndexedResult, IndexedText } from "./index-source.ts";
import type { LabelledText, TracedArgument } from "./origin.ts";
import { type Block, mayHold, type Sought } from "./source-blocks.ts";
import { isSameScalar, matchText } from "./text-match.ts";

/** A place where a value may have come from. */
export interface Candidate extends TracedArgument {
  readonly isExact: boolean;
}

/** The first place in the order of the chat that holds the value and is worth just this much. */
export function firstCandidate(
  sought: Sought,
  blocks: readonly Block[],
  integrity: Integrity,
  today: string | undefined,
  isUsable: (candidate: Candidate) => boolean = () => true,
): Candidate | undefined {
  for (const block of blocks) {
    if (!mayHold(block, sought, integrity)) continue;
    for (const source of block.sources) {
      const all = source.kind === "text" ? fromText(sought, source, today) : fromResult(sought, source);
      const found = all.find((each) => each.label.integrity === integrity && isUsable(each));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function fromText(
  sought: Sought,
  { source, index, plain }: IndexedText,
  today: string | undefined,
): readonly Candidate[] {
  const match = matchText(sought, index, today);
  if (match !== undefined) return [candidate(source.integrity, source, match === "exact")];
  return source.integrity === "untrusted" && occursIn(sought, plain) ? [candidate("untrusted", source, true)] : [];
}

/** Part of a word counts here: it only says where untrusted text may have come from. */
function occursIn({ plain }: Sought, outside: string): boolean {
  return plain !== undefined && plain !== "" && outside.includes(plain);
}

/** A field that equals the value whole: of the system, or of outside text (where part of a field is enough to be outside). */
function fromResult(sought: Sought, { source, fields }: IndexedResult): readonly Candidate[] {
  return fields.flatMap((field) => {
    if (isSameScalar(sought, field.form)) return [candidate(field.integrity, source, true, field.path)];
    const isPart = field.integrity === "untrusted" && occursIn(sought, field.plain);
    return isPart ? [candidate("untrusted", source, true, field.path)] : [];
  });
}

export function candidate(integrity: Integrity, source: LabelledText, isExact: boolean, path?: string): Candidate {
  const carried = path === undefined ? undefined : carriedAt(source, path);
  if (carried !== undefined && carried.label.integrity === integrity) return { isExact, ...carried };
  const place = { key: source.key, ...(path === undefined || path === "" ? {} : { path }) };
  const label = { integrity, sources: [source.key] };
  if (integrity === "untrusted")
    return { isExact, label, origin: { kind: "outside", title: "text from outside", ...place } };
  const kind = integrity === "author" || integrity === "user" ? integrity : "record";
  return { isExact, label, origin: { kind, title: source.title, ...place } };
}

/** Where a value came from before it was filtered, picked or summed. */
function carriedAt(source: LabelledText, path: string): TracedArgument | undefined {
  const carried = source.kind === "result" ? source.carried : undefined;
  return carried !== undefined && Object.hasOwn(carried, path) ? carried[path] : undefined;
}
