import type { TraceWords } from "./en.ts";

const number = (n: number) => n.toLocaleString("de");

export const de: TraceWords = {
  part: "Wächter oder Art",
  parts: {
    all: "Alles",
    privileges: "Was er benutzen darf",
    autonomy: "Wer entscheidet, Grenzen",
    firewall: "Firewall",
    sandbox: "Sandbox",
    trace: "Versiegeltes Protokoll",
    tools: "Werkzeuge",
    models: "Nachrichten und Modelle",
    path: "Der genommene Weg",
  },
  ending: "Wie es ausging",
  endings: {
    all: "Jedes Ergebnis",
    stopped: "Gestoppt oder abgelehnt",
    asked: "Ein Mensch wurde gefragt",
    allowed: "Erlaubt oder bestanden",
    failed: "Fehlgeschlagen",
  },
  searchAndFilter: "Suchen und filtern",
  found: (n) => (n === 1 ? "1 Schritt gefunden" : `${number(n)} Schritte gefunden`),
  searching: (done, all) => `${number(done)} von ${number(all)} Schritten durchsucht`,
  reading: (done, all) => `${number(done)} von ${number(all)} Schritten gelesen und geprüft`,
  onlyNode: (title) => `Nur Schritte von ${title}`,
  allNodes: "Die Schritte des ganzen Ablaufs zeigen",
  noneFitText: "Einen anderen Wächter oder ein anderes Ergebnis wählen, oder nach anderen Wörtern suchen.",
  showAll: "Alle Schritte zeigen",
};
