import type { HelpWords } from "./en.ts";

export const de: HelpWords = {
  title: "Tasten und Begriffe",
  keys: "Tasten",
  words: "Begriffe",
  exactly: "Genau",
  groups: [
    {
      title: "Überall",
      keys: [
        { keys: ["⌘K"], does: "Überall hin, alles tun" },
        { keys: ["?"], does: "Diese Liste" },
      ],
    },
    {
      title: "Ablauf",
      keys: [
        { keys: ["/"], does: "Bausteine suchen" },
        { keys: ["⌘↵"], does: "Starten: dem Ablauf schreiben" },
        { keys: ["F6", "⇧F6"], does: "Nächster Teil des Fensters, voriger" },
        { keys: ["↑", "↓", "←", "→"], does: "Gewähltes verschieben; mit Umschalt weiter" },
        { keys: ["F2"], does: "Schritt umbenennen" },
        { keys: ["⌘D"], does: "Duplizieren" },
        { keys: ["⌘A"], does: "Alles wählen" },
        { keys: ["Entf"], does: "Löschen" },
        { keys: ["Esc"], does: "Nichts wählen" },
        { keys: ["⌘Z", "⇧⌘Z"], does: "Rückgängig, wiederholen" },
        { keys: ["⌘C", "⌘X", "⌘V"], does: "Kopieren, ausschneiden, einfügen, auch in einen anderen Ablauf" },
      ],
    },
    {
      title: "Chat",
      keys: [
        { keys: ["↵"], does: "Senden" },
        { keys: ["⇧↵"], does: "Neue Zeile" },
      ],
    },
    {
      title: "Freigaben",
      keys: [
        { keys: ["J", "K"], does: "Nächste Anfrage, vorige" },
        { keys: ["A"], does: "Freigeben" },
        { keys: ["E"], does: "Ändern, was getan wird" },
        { keys: ["D"], does: "Ablehnen" },
      ],
    },
  ],
  terms: [
    {
      word: "Text von außen",
      means:
        "Worte, die jemand anderes geschrieben haben kann: die Notiz einer Bestellung, eine Webseite, eine E-Mail. Sie dürfen informieren, nie anweisen.",
      exact: "nicht vertrauenswürdiger Inhalt; Träger indirekter Prompt Injection",
    },
    {
      word: "Woher es kommt",
      means:
        "Jeder Wert eines Aufrufs führt zu einer Nachricht, einem Datensatz oder einem Dokument zurück. Was sich nicht zurückführen lässt, gilt als Text von außen.",
      exact: "Herkunft, Integritätskennzeichen",
    },
    {
      word: "Wer es lesen darf",
      means: "Ein Wert aus einem Datensatz geht nur an die, die diesen Datensatz lesen dürfen.",
      exact: "Leser, ein Vertraulichkeitskennzeichen",
    },
    {
      word: "Erlaubnis",
      means:
        "Eine Regel, die sagt, welcher Schritt welches Werkzeug wie weit benutzen darf und wann ein Mensch entscheidet. Was keine Regel erlaubt, wird abgelehnt.",
      exact: "Cedar-Policies, im Zweifel verboten",
    },
    {
      word: "Erlaubt für 30 s",
      means: "Das Recht auf einen einzigen Aufruf, im Augenblick des Aufrufs erteilt und danach erloschen.",
      exact: "Grant: Just-in-time-Recht mit Umfang, Anzahl und Ablauf",
    },
    {
      word: "Freigabe",
      means: "Hier entscheidet ein Mensch über genau den gezeigten Aufruf, einmal.",
      exact: "Human in the loop; die Entscheidung ist an den Hash von Werkzeug, Argumenten und Kennzeichen gebunden",
    },
    {
      word: "Firewall",
      means: "Liest alles, bevor ein Modell es liest, und alles, was ein Modell schreibt, bevor es hinausgeht.",
      exact: "Guardrails auf Eingabe, Werkzeugergebnissen und Ausgabe",
    },
    {
      word: "Grenzen",
      means: "Wie viele Schritte, Aufrufe und wie viel Geld eine Nachricht, ein Lauf und ein Tag kosten dürfen.",
      exact: "Budgets, Schleifenerkennung, harter Stopp",
    },
    {
      word: "Sandbox",
      means: "Wo Code läuft, der nichts erreicht als die Werkzeuge, die er bekommen hat.",
      exact: "WebAssembly in einem Rahmen mit eigenem, undurchsichtigem Ursprung",
    },
    {
      word: "Reichweite",
      means: "Wer was kann, allein oder nach Freigabe, nach den Regeln, wie sie gezeichnet sind.",
      exact: "wirksame Rechte",
    },
    {
      word: "Protokoll",
      means: "Alles, was in einem Lauf geschah, Schritt für Schritt. Was nicht darin steht, ist nicht geschehen.",
      exact: "Ereignislog mit Merkle-Baum nach RFC 6962",
    },
    {
      word: "Versiegelt",
      means: "Nichts kann unbemerkt hinzugefügt, geändert oder weggelassen werden.",
      exact: "Ed25519-Signaturen über Checkpoints; der Schlüssel wird am Ende vernichtet",
    },
    {
      word: "Nachweis",
      means: "Eine Datei mit Ablauf, Regeln und Protokoll, die jeder ohne uns prüfen kann.",
      exact: "Bundle mit Beweisen und einem Prüfprogramm, das ohne Netz läuft",
    },
    {
      word: "Beleg",
      means:
        "Ein paar Zeilen, anderswo aufbewahrt. Sie beweisen später, dass nicht die ganze Geschichte ausgetauscht wurde.",
      exact: "signierter Checkpoint (C2SP) und Konsistenzbeweis",
    },
    {
      word: "Unterbrochener Aufruf",
      means:
        "Die App wurde mitten in einem Aufruf geschlossen, also weiß niemand, ob er geschah. Ein Mensch sagt, was zu tun ist.",
      exact: "in doubt: eine Absicht ohne Ergebnis, bei höchstens einmaliger Ausführung",
    },
    {
      word: "Was wäre wenn",
      means:
        "Aufgezeichnete Chats, noch einmal durch den Ablauf gespielt, wie er jetzt gezeichnet ist. Nichts wird erreicht.",
      exact: "Replay gegen einen geänderten Plan",
    },
  ],
  command: {
    groups: { here: "Dieser Ablauf", add: "Schritt hinzufügen", steps: "Schritte dieses Ablaufs" },
    renameFlow: "Ablauf umbenennen",
    dataView: "Datensicht an oder aus",
    panel: (name) => `Zeigen: ${name}`,
    repairAll: "Alles reparieren, was sich reparieren lässt",
  },
};
