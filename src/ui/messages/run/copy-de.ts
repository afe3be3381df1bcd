import type { copy as english } from "./copy-en.ts";

/** What is said where a copy of the evidence is handed on, in German. */
export const copy: typeof english = {
  open: "Kopie weitergeben …",
  title: "Kopie weitergeben",
  intro:
    "Wählen Sie, was der Kopie fehlen soll. Sie lässt sich trotzdem prüfen: Jeder Wert, der ihr fehlt, ist aufgeführt, mit einer versiegelten Prüfsumme an seiner Stelle.",
  leaveOut: "Weglassen",
  kinds: {
    words: "Was gesagt wurde: Nachrichten, Antworten, was Wächter darin fanden",
    data: "Was nachgesehen und getan wurde: Angaben, Ergebnisse, Erlaubnisse",
    people: "Wer es tat: Namen und Bemerkungen",
  },
  what: "Was die Kopie zeigt",
  contents: {
    words: "Was gesagt wurde",
    data: "Was nachgesehen und getan wurde",
    people: "Wer es tat",
    house: "Eigene Worte des Ablaufs",
    unknown: "Andere Werte",
  },
  shown: "Gezeigt",
  withheld: "Weggelassen",
  erased: "Gelöscht",
  all: "Zusammen",
  byPerson: "Nach Person",
  person: "Person",
  flow: "Agenten, Werkzeuge und der Ablauf",
  erasures: "Was gelöscht wurde",
  erasure: (values, time, by, reason) =>
    `${values === 1 ? "1 Wert" : `${values} Werte`}, ${time}, von ${by}: ${reason}`,
  copiesOut: (count, time) =>
    `${count === 1 ? "Eine Kopie" : `${count} Kopien`} dieses Laufs ${count === 1 ? "ist" : "sind"} schon weitergegeben, die letzte am ${time}. Was seither gelöscht wurde, ist in ${count === 1 ? "ihr" : "denen von davor"} noch enthalten.`,
  stays: "Der Ablauf mit seinen Dokumenten bleibt in jeder Kopie, und ebenso, wer wann welche Art von Schritt tat.",
  table: "Diese Liste als Tabelle sichern",
  json: "Diese Liste als JSON sichern",
  save: "Kopie sichern",
  unread: "Die Aufzeichnung ließ sich nicht lesen.",
};
