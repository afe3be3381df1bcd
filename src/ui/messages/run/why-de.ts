import type { why as english } from "./why-en.ts";

export const why: typeof english = {
  text: "Der Text",
  found: "Was gefunden wurde",
  guard: "Der Wächter",
  limit: "Die Grenze",
  facts: "Was die Daten sagen",
  ownRecord: "Der Datensatz gehört der Person, die spricht",
  otherRecord: "Der Datensatz gehört nicht nachweislich der Person, die spricht",
  sameTarget: "das Geld geht dorthin zurück, woher es kam",
  history: "Frühere Gespräche",
  rule: "Die Regel",
  asked: "Warum ein Mensch",
  person: "Die Entscheidung",
  denied: "Abgelehnt",
  grant: "Die Erlaubnis",
  ended: "Wie sie endete",
  erased: "Dies wurde gelöscht oder zurückgehalten.",
};
