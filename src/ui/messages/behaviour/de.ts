import type { BehaviourWords } from "./en.ts";

const count = (n: number, one: string, many: string) => `${n.toLocaleString("de")} ${n === 1 ? one : many}`;

export const de: BehaviourWords = {
  locale: "de",
  tabs: { label: "Was aufgezeichnet ist", runs: "Läufe", behaviour: "Verhalten", whatIf: "Was wäre, wenn" },
  flow: "Ablauf",
  runs: (n) => count(n, "Gespräch", "Gespräche"),
  messages: (n) => count(n, "Nachricht", "Nachrichten"),
  reading: (done, all) => `${done} von ${count(all, "Gespräch", "Gesprächen")} gelesen`,
  unread: (n) => `${count(n, "Gespräch", "Gespräche")} nicht lesbar: Die Aufzeichnung lässt sich nicht bestätigen.`,
  none: "Noch nichts aufgezeichnet",
  noneAction: "Einen Ablauf wählen",
  noneText:
    "Führen Sie zuerst ein Gespräch mit einem Ablauf. Jede Nachricht wird aufgezeichnet; hier sehen Sie, wie sie ausging.",
  marks: {
    answered: { title: "Beantwortet", text: "Der Ablauf hat geantwortet, und nichts wurde zurückgehalten." },
    asked: { title: "Rückfrage", text: "Ein Mensch musste entscheiden; zählt neben dem Ausgang." },
    blocked: { title: "Blockiert", text: "Eine Firewall hielt die Nachricht oder die Antwort an." },
    denied: {
      title: "Abgelehnt",
      text: "Etwas, das der Agent tun wollte, war nicht erlaubt, oder ein Mensch sagte nein.",
    },
    failed: { title: "Gescheitert", text: "Ein Schritt scheiterte, oder eine Grenze war erreicht." },
    "handed-off": { title: "Übergeben", text: "Ein Mensch hat das Gespräch übernommen." },
    stopped: { title: "Gestoppt", text: "Jemand hat angehalten." },
    open: { title: "Offen", text: "Wartet auf einen Menschen oder brach ab." },
  },
  behaviour: {
    title: "Verhalten",
    group: "Nachrichten",
    by: "Nach",
    groupings: { version: "Version", day: "Tag", week: "Woche", month: "Monat" },
    attribute: (name) => ({ role: "Rolle der Schreibenden", language: "Sprache", model: "Modell" })[name] ?? name,
    all: "Alle Nachrichten",
    missing: "nicht aufgezeichnet",
    version: (n) => `Version ${n}`,
    now: "wie jetzt gezeichnet",
    since: (date) => `seit ${date}`,
    week: (date) => `Woche ab ${date}`,
    of: (n, of) => `${n} von ${of}`,
    interval: (low, high) => `95-%-Intervall ${low} bis ${high}`,
    more: "mehr als die anderen",
    less: "weniger als die anderen",
    save: "Als CSV speichern",
    saved: (name) => `${name} gespeichert`,
    explain:
      "Die Balken zeigen den Anteil und sein 95-%-Intervall. Eine Marke sagt, dass eine Gruppe von allen anderen über den Zufall hinaus abweicht (exakter Test nach Fisher, für jede Zelle der Tabelle korrigiert).",
    few: "Bei so wenigen Nachrichten zeigen sich nur große Unterschiede.",
  },
  whatIf: {
    title: "Was wäre, wenn",
    text: "Spielt aufgezeichnete Gespräche noch einmal durch den Ablauf, wie er jetzt gezeichnet ist. Entscheidungen fallen neu, Antworten kommen aus der Aufzeichnung, und nichts wird irgendwohin gesendet.",
    ask: "Gespräche noch einmal spielen",
    again: "Noch einmal",
    cancel: "Abbrechen",
    playing: (done, all) => `${done} von ${count(all, "Gespräch", "Gesprächen")} gespielt`,
    gone: "Dieser Ablauf ist nicht mehr in der Bibliothek, es gibt also keine Zeichnung zum Vergleich.",
    broken: (title) => `Der Ablauf läuft so, wie er jetzt gezeichnet ist, nicht: ${title}.`,
    repair: "Ablauf öffnen",
    headline: (stopped, all) =>
      `Diese Zeichnung hätte ${stopped} von ${count(all, "Gespräch", "Gesprächen")} angehalten.`,
    same: (all) =>
      all === 1
        ? "Das eine Gespräch wäre verlaufen wie aufgezeichnet."
        : `Alle ${count(all, "Gespräch", "Gespräche")} wären verlaufen wie aufgezeichnet.`,
    effects: {
      stopped: {
        title: "Angehalten",
        text: "Eine Nachricht, die durchging, wäre blockiert, abgelehnt oder an einer Grenze beendet worden.",
      },
      asked: { title: "Mit Rückfrage", text: "Ein Mensch wäre gefragt worden, wo keiner gefragt wurde." },
      "let-through": { title: "Durchgelassen", text: "Was angehalten oder erfragt wurde, wäre weitergegangen." },
      "other-path": { title: "Anderer Weg", text: "Andere Schritte oder Schritte mit anderen Werten." },
      unknown: { title: "Nicht zu sagen", text: "Ein Modell oder Werkzeug wäre etwas Neues gefragt worden." },
      same: { title: "Wie aufgezeichnet", text: "Jede Nachricht wäre ausgegangen wie aufgezeichnet." },
    },
    assumes: "Angenommen wird, dass ein Modell ohne Werkzeuge, die es hatte und nicht benutzte, gleich antwortet.",
    outdated: "Die Zeichnung hat sich seitdem geändert.",
    chat: "Gespräch",
    effect: "Was geschehen wäre",
    why: "Warum",
    message: (n) => `Nachricht ${n}`,
    erased: "Eine Nachricht dieses Gesprächs wurde gelöscht, es lässt sich also nicht noch einmal spielen.",
    unreadable: "Die Aufzeichnung dieses Gesprächs lässt sich nicht bestätigen.",
    notPermitted: (tool) => `${tool} ist nicht erlaubt, das Modell hätte es also nicht benutzen können.`,
    newAnswer: "Ein Modell oder Werkzeug müsste neu antworten.",
    firewall: (reason) => `Firewall: ${reason}`,
    firewallAny: "Die Firewall entscheidet anders.",
    otherSteps: "Andere Schritte wären gelaufen.",
    noneOf: "Kein Gespräch dieser Art.",
  },
};
