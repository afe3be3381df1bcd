import type { ArgumentRole, ToolEffect } from "#engine";

/** The words of the sentence about a tool. */
export interface SentenceWords {
  readonly deeds: Readonly<Record<ToolEffect, string>>;
  readonly questions: Readonly<Record<Exclude<ArgumentRole, "flag">, string>>;
  /** In place of the question about a target, for a tool that only reads. */
  readonly where: string;
  readonly unsure: string;
  readonly unclear: (name: string, deed: string) => string;
  readonly more: (count: number) => string;
}

const english: SentenceWords = {
  deeds: {
    read: "looks something up",
    write: "changes or adds something",
    send: "sends something to somebody",
    pay: "pays or orders something",
    delete: "deletes or cancels something",
    admin: "changes who may do what, or how something runs",
  },
  questions: { target: "Who", id: "Which", value: "How much or when", content: "What" },
  where: "Where",
  unsure: "Not sure about",
  unclear: (name, deed) => `What ${name} does is not clear: taken as one that ${deed}.`,
  more: (count) => `and ${count} more`,
};

const german: SentenceWords = {
  deeds: {
    read: "schlägt etwas nach",
    write: "ändert etwas oder fügt etwas hinzu",
    send: "schickt jemandem etwas",
    pay: "bezahlt oder bestellt etwas",
    delete: "löscht oder storniert etwas",
    admin: "ändert, wer was darf oder wie etwas läuft",
  },
  questions: { target: "Wer", id: "Was genau", value: "Wie viel oder wann", content: "Inhalt" },
  where: "Wohin",
  unsure: "Unsicher bei",
  unclear: (name, deed) => `Was ${name} tut, ist nicht klar. Angenommen: ${deed}.`,
  more: (count) => `und ${count} weitere`,
};

export function sentenceWords(language: string): SentenceWords {
  return language.startsWith("de") ? german : english;
}
