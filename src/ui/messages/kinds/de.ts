import type { KindWords } from "./words.ts";

export const de: KindWords = {
  types: {
    agent: {
      title: "Agent",
      description:
        "Antwortet mit Hilfe von Werkzeugen: fragt das Modell, führt aus, was es will, und so weiter, bis es antwortet.",
    },
    "approval-gate": {
      title: "Freigabe",
      description: "Ein Mensch entscheidet, bevor etwas geschieht. Schweigen gibt nie frei.",
    },
    "ask-model": { title: "Modell fragen", description: "Fragt ein Sprachmodell einmal. Es benutzt keine Werkzeuge." },
    "chat-input": {
      title: "Chat-Eingang",
      description: "Startet den Ablauf mit jeder Nachricht, die jemand im Chat schreibt.",
    },
    code: {
      title: "Code",
      description:
        "Führt eigenen Code hinter zwei Wänden aus: kein Netz, keine Dateien, nicht mehr Zeit und Speicher als erlaubt.",
    },
    "code-tool": {
      title: "Code schreiben",
      description:
        "Lässt einen Agenten kurzen Code schreiben, der seine Werkzeuge verbindet. Jeder Aufruf folgt denselben Regeln.",
    },
    condition: { title: "Bedingung", description: "Schickt, was hereinkommt, den einen oder den anderen Weg." },
    firewall: {
      title: "Firewall",
      description: "Prüft alles, bevor ein Modell es liest, und alles, was ein Modell schreibt, bevor es hinausgeht.",
    },
    "hand-off": {
      title: "Übergeben",
      description: "Überlässt das Gespräch einem Menschen und sagt es dem, der schreibt.",
    },
    "http-request": {
      title: "HTTP-Anfrage",
      description: "Lässt einen Schritt einen eigenen Dienst im Netz aufrufen: eine Adresse, eine Art von Aufruf.",
    },
    knowledge: {
      title: "Wissen",
      description: "Dokumente, in denen ein Schritt nachschlagen darf. Gesucht wird auf diesem Gerät.",
    },
    limits: {
      title: "Grenzen",
      description: "Sagt, wann ein Schritt aufhören muss: nach so vielen Schritten, Aufrufen, Token oder Sekunden.",
    },
    "list-orders": {
      title: "Bestellungen",
      description: "Lässt einen Schritt die Bestellungen der Person auflisten, die spricht.",
    },
    "look-up-order": {
      title: "Bestellung",
      description: "Lässt einen Schritt eine Bestellung des Ladens lesen. Kunden sehen nur die eigenen.",
    },
    note: { title: "Notiz", description: "Text auf der Fläche für alle, die den Ablauf lesen. Sie tut nichts." },
    permission: {
      title: "Erlaubnis",
      description:
        "Sagt, welche Werkzeuge ein Schritt benutzen darf, wie weit allein, und wer darüber hinaus entscheidet.",
    },
    "read-table": {
      title: "Tabelle lesen",
      description: "Lässt einen Schritt Tabellen der Buchhaltung lesen. Welche, sagt seine Erlaubnis.",
    },
    refund: {
      title: "Erstatten",
      description: "Lässt einen Schritt Geld für eine Bestellung zurückzahlen, nur dorthin, woher es kam.",
    },
    reply: { title: "Antwort", description: "Sagt etwas im Chat: was hereinkommt oder immer denselben Satz." },
    rows: {
      title: "Filtern, wählen, summieren",
      description: "Rechnet mit Zeilen, ohne dass ein Modell sie abschreibt.",
    },
    "send-email": {
      title: "E-Mail senden",
      description: "Lässt einen Schritt eine E-Mail schreiben. Im Beispielladen bleibt sie im Postausgang.",
    },
    sql: { title: "SQL", description: "Fragt die Tabellen ab, die hereinkommen, und kann nur lesen." },
    template: { title: "Text setzen", description: "Schreibt einen Text mit Stellen, die füllt, was hereinkommt." },
    "use-tool": {
      title: "Werkzeug benutzen",
      description: "Ruft das angehängte Werkzeug mit dem auf, was hereinkommt, nach denselben Regeln wie ein Agent.",
    },
  },
  variants: {
    Python: { title: "Python", description: "Führt eigenes Python hinter denselben zwei Wänden aus." },
  },
  ports: {
    Approval: "Freigabe",
    Approved: "Freigegeben",
    Blocked: "Gestoppt",
    Denied: "Abgelehnt",
    Knowledge: "Wissen",
    Limits: "Grenzen",
    Message: "Nachricht",
    No: "Nein",
    Passed: "Bestanden",
    Permission: "Erlaubnis",
    Prompt: "Auftrag",
    Refused: "Verweigert",
    Reply: "Antwort",
    Result: "Ergebnis",
    Rows: "Zeilen",
    "Table 1": "Tabelle 1",
    "Table 2": "Tabelle 2",
    "Table 3": "Tabelle 3",
    "Table 4": "Tabelle 4",
    Tool: "Werkzeug",
    Tools: "Werkzeuge",
    Value: "Wert",
    Values: "Werte",
    Yes: "Ja",
  },
};
