import type { readsOf } from "./shown.ts";

type Reads = ReturnType<typeof readsOf>;
type Limits = { readonly seconds: number; readonly megabytes: number; readonly rows: number };

const numbers = { en: new Intl.NumberFormat("en"), de: new Intl.NumberFormat("de") };
const lists = { en: new Intl.ListFormat("en-GB"), de: new Intl.ListFormat("de") };

/** The words of the panel of a query. Those of its form are the step's own. */
const en = {
  purpose: { title: "What it does", hint: "One line for the card." },
  rowsFrom: "Where its rows come from",
  mayRead: "What this query may read",
  reads({ whole, parts }: Reads, { seconds, megabytes, rows }: Limits): string {
    const n = (value: number) => numbers.en.format(value);
    const all = whole.length === 0 ? [] : [`all of ${lists.en.format(whole)}`];
    const some = parts.map(({ name, columns }) => `of ${name} only ${lists.en.format(columns)}`);
    const what = [...all, ...some].join(", and ") || "what is wired in";
    return `This query may read ${what}; it changes nothing, and stops after ${n(seconds)} s, ${n(megabytes)} MB and ${n(rows)} rows.`;
  },
  walls: "A table that comes in without being named here is read whole. No network, no files, no tools.",
};

export type QueryWords = typeof en;

const de: QueryWords = {
  purpose: { title: "Was sie tut", hint: "Eine Zeile für die Karte." },
  rowsFrom: "Woher ihre Zeilen kommen",
  mayRead: "Was diese Abfrage lesen darf",
  reads({ whole, parts }, { seconds, megabytes, rows }) {
    const n = (value: number) => numbers.de.format(value);
    const all = whole.length === 0 ? [] : [`${lists.de.format(whole)} ganz`];
    const some = parts.map(({ name, columns }) => `von ${name} nur ${lists.de.format(columns)}`);
    const what = [...all, ...some].join(" und ") || "was hereinkommt";
    return `Diese Abfrage darf ${what} lesen; sie ändert nichts und endet nach ${n(seconds)}\u00A0s, bei ${n(megabytes)}\u00A0MB und bei ${n(rows)}\u00A0Zeilen.`;
  },
  walls:
    "Eine Tabelle, die hereinkommt und hier nicht genannt ist, wird ganz gelesen. Kein Netz, keine Dateien, keine Werkzeuge.",
};

export function queryWords(language: string): QueryWords {
  return language.startsWith("de") ? de : en;
}
