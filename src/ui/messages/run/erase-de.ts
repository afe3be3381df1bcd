import type { erase as english } from "./erase-en.ts";

/** What is said where something recorded is erased, in German. */
export const erase: typeof english = {
  open: "Löschen …",
  title: "Aufgezeichnetes löschen",
  what: "Was gelöscht wird",
  step: "Dieser Schritt",
  stepOf: (step) => `Was Schritt ${step} enthält, und Kopien davon`,
  person: "Eine Person",
  words: "Worte",
  whose: "Wessen Worte und Entscheidungen",
  which: "Jeder Wert mit diesen Worten",
  tooShort: "Mindestens drei Buchstaben oder Ziffern.",
  everywhere: "In allen Läufen dieses Browsers, nicht nur in diesem",
  looking: "Wird gesucht …",
  nothing: "Nichts, was noch gezeigt wird, enthält das.",
  unread: "Ein Lauf ließ sich nicht lesen, also kann niemand sagen, was er enthält.",
  found: (values, runs) =>
    `${values === 1 ? "1 Wert verschwindet" : `${values} Werte verschwinden`} für immer${runs === 1 ? "" : `, in ${runs} Läufen`}. Die Schritte bleiben versiegelt, mit einer Prüfsumme anstelle dessen, was sie enthielten.`,
  more: (count) => `und ${count} weitere`,
  stepNumber: (step) => `Schritt ${step}`,
  copy: "Kopie",
  ends: (runs) =>
    runs === 1
      ? "Das Gespräch ist noch offen. Es endet jetzt, denn zum Weitermachen braucht es seine Werte."
      : `${runs} dieser Gespräche sind noch offen. Sie enden jetzt, denn zum Weitermachen brauchen sie ihre Werte.`,
  copies: (count) =>
    `${count === 1 ? "Eine Kopie" : `${count} Kopien`} dieses Nachweises ${count === 1 ? "ging" : "gingen"} schon hinaus und ${count === 1 ? "behält" : "behalten"}, was darin steht.`,
  stays: "Der Ablauf mit seinen Dokumenten bleibt, und auch, wer wann welche Art Schritt getan hat.",
  reason: "Warum",
  reasonHint: "Bleibt für immer im Hauptbuch, also ohne Namen.",
  asked: "Die Person hat darum gebeten",
  cancel: "Abbrechen",
  go: (count) => (count === 1 ? "1 Wert löschen" : `${count} Werte löschen`),
  done: (count) => (count === 1 ? "1 Wert ist gelöscht." : `${count} Werte sind gelöscht.`),
  failed: "Ein Lauf wurde nicht verändert: Der Eintrag ließ sich nicht schreiben.",
};
