import { type Integrity, integrityLevels, type JsonObject, type JsonValue } from "#engine";
import { type Candidate, candidate, firstCandidate } from "./candidates.ts";
import { derivedArguments } from "./derived.ts";
import { designation } from "./designated.ts";
import { isGathered } from "./gathered.ts";
import { type Place, placeOfLeaf } from "./handles.ts";
import type { IndexedField, IndexedResult } from "./index-source.ts";
import { leaves } from "./leaves.ts";
import type { LabelledText, TraceContext, TracedArgument, TracedArguments } from "./origin.ts";
import { isOfTheOneRecord, isSelected } from "./selection.ts";
import { type Seen, seenIn } from "./source-blocks.ts";
import { isSameScalar, type ScalarForm, scalarForm } from "./text-match.ts";
import { folded } from "./tokens.ts";

/**
 * Says for each argument a model wrote where it really came from. An argument is trusted only as far as the value it
 * equals; what equals nothing was made up. Equality looks through case, quotes, number forms (1,250.00, 1.250,00, 1250)
 * and date forms, and never matches part of a word.
 */
export function traceArguments(
  args: JsonObject,
  context: TraceContext,
  places: ReadonlyMap<string, Place> = noPlaces,
): TracedArguments {
  const seen = seenIn(context.values, context.today);
  const traced = Object.fromEntries(
    leaves(args)
      .filter(({ path }) => path !== "")
      .map(({ path, value }) => {
        const place = placeOfLeaf(places, path);
        const origin = place === undefined ? traceValue(value, context, seen) : traceAt(place, value, context, seen);
        return [path, origin] as const;
      }),
  );
  return { ...traced, ...derivedArguments(args, traced, seen) };
}

const noPlaces: ReadonlyMap<string, Place> = new Map();

/** What a handle points at is worth what stands there, and never more than the same value written again. */
function traceAt(place: Place, value: JsonValue, context: TraceContext, seen: Seen): TracedArgument {
  const source = seen.results().find((each) => each.source.key === place.key);
  const field = source?.fields.find(({ path }) => path === place.path);
  const form = scalarForm(value);
  // What a firewall took out on the way is no longer what stands there.
  const isThat = form !== undefined && field !== undefined && isSameScalar(form, field.form);
  if (source === undefined || !isThat) return traceValue(value, context, seen);
  const integrity = isChosen(field, source, seen) ? "resolved" : field.integrity;
  return traced(candidate(integrity, source.source, true, field.path));
}

function traceValue(value: JsonValue, { values }: TraceContext, seen: Seen): TracedArgument {
  const form = scalarForm(value);
  if (form === undefined) return madeUp(values);
  const sought = { ...form, ...(typeof value === "string" ? { plain: folded(value).trim() } : {}) };
  const first = (integrity: Integrity, isUsable?: (found: Candidate) => boolean) =>
    firstCandidate(sought, seen.blocks, integrity, seen.words.today, isUsable);
  // What only reading a text could find is not enough where the same value also stands in outside text.
  const isUsable = first("untrusted") === undefined ? undefined : ({ isExact }: Candidate) => isExact;
  for (const integrity of integrityLevels) {
    // Trusted as it stands: how it could have been chosen is then no question.
    const found = (integrity === "structured" ? selected(value, form, seen) : undefined) ?? first(integrity, isUsable);
    if (found !== undefined) return traced(found);
  }
  return madeUp(values);
}

function traced({ label, origin }: Candidate): TracedArgument {
  return { label, origin };
}

function madeUp(values: readonly LabelledText[]): TracedArgument {
  return {
    label: { integrity: "untrusted", sources: [...new Set(values.map(({ key }) => key))].sort() },
    origin: { kind: "model", title: "written by the agent" },
  };
}

/** The value as a field of a record that trusted words single out. */
function selected(value: JsonValue, form: ScalarForm, seen: Seen): Candidate | undefined {
  const isDesignated = designation(value, seen.words);
  for (const result of seen.results()) {
    const field = result.fields.find((each) =>
      isSameScalar(form, each.form) ? isChosen(each, result, seen) : isDesignated?.(result, each) === true,
    );
    if (field !== undefined) return candidate("resolved", result.source, true, field.path);
  }
  return undefined;
}

function isChosen(field: IndexedField, of: IndexedResult, { results, words }: Seen): boolean {
  return isOfTheOneRecord(of, field) || isSelected(of, field, words) || isGathered(field, of, results(), words);
}
