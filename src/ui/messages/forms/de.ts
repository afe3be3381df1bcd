import type { FormWords } from "./words.ts";

const called = { title: "Name" };

/** By the type of the step. */
export const de: Readonly<Record<string, FormWords>> = {
  sql: {
    source: {
      title: "Abfrage",
      description:
        "Eine Abfrage, die liest. Für einen Wert, der hereinkommt, steht :name; er wird nie Teil des Textes.",
    },
    tables: {
      title: "Tabellen",
      description: "Wie die Tabellen heißen, die hereinkommen.",
      fields: {
        input: {
          title: "Kommt herein bei",
          labels: { first: "Tabelle 1", second: "Tabelle 2", third: "Tabelle 3", fourth: "Tabelle 4", values: "Werte" },
        },
        name: called,
        columns: { title: "Spalten, die sie lesen darf", description: "Alle, solange keine genannt ist." },
      },
    },
    own: {
      title: "Eigene Tabellen",
      fields: {
        name: called,
        text: { title: "Zeilen", description: "Durch Komma getrennt; in der ersten Zeile die Namen der Spalten." },
      },
    },
  },
  "use-tool": {
    purpose: { title: "Was er tut", description: "Eine Zeile für die Karte." },
    given: {
      title: "Was es bekommt",
      description:
        "Eine Zeile je Angabe. {{ value.orderId }} ist dieses Feld dessen, was hereinkommt, alles andere Ihr eigener Text.",
    },
  },
};
