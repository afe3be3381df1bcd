import { optionsOf } from "#ui/kit";
import type { FormSchema } from "#ui/kit";
import { fieldOf } from "./settings.ts";
import type { Check } from "./settings.ts";
import type { PanelWords } from "./words/index.ts";

/** What changes in one check. */
export interface Change {
  readonly check: string;
  readonly fields: readonly {
    readonly name: string;
    /** "Balanced → Strict", or what is added and taken away. */
    readonly what: string;
  }[];
}

type Guards = Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;

/** What would be different with other settings, in the words of the form. */
export function changesTo(guards: Guards, checks: readonly Check[], words: PanelWords): readonly Change[] {
  return checks.flatMap(({ id, title, schema, setting }) => {
    const fields = Object.entries(setting).flatMap(([name, before]) => {
      const field = fieldOf(schema, name);
      const what = field === undefined ? "" : difference(name, field, before, guards[id]?.[name], words);
      return what === "" ? [] : [{ name: nameOf(name, field, words), what }];
    });
    return fields.length === 0 ? [] : [{ check: title, fields }];
  });
}

function nameOf(name: string, field: FormSchema | undefined, { presets, check }: PanelWords): string {
  if (name === "action") return presets.action;
  return name === "sensitivity" ? check.strict : (field?.title ?? name);
}

function difference(name: string, field: FormSchema, before: unknown, after: unknown, words: PanelWords): string {
  const named = namesOf(name, field, words);
  const called = (value: unknown) => named.get(String(value)) ?? String(value);
  if (!Array.isArray(before) || !Array.isArray(after))
    return before === after ? "" : words.presets.fromTo(called(before), called(after));
  const added = after.filter((each) => !before.includes(each)).map(called);
  const gone = before.filter((each) => !after.includes(each)).map(called);
  return [
    ...(added.length > 0 ? [words.presets.added(added.join(", "))] : []),
    ...(gone.length > 0 ? [words.presets.gone(gone.join(", "))] : []),
  ].join("; ");
}

function namesOf(name: string, field: FormSchema, { check }: PanelWords): ReadonlyMap<string, string> {
  if (name === "action") return new Map(Object.entries(check.actions));
  if (name === "sensitivity") return new Map(Object.entries(check.steps));
  const { items } = field;
  const choices = typeof items === "object" && !Array.isArray(items) ? items : field;
  return new Map(optionsOf(choices).map(({ value, label }) => [value, label]));
}
