import { sizeWords, timeWords } from "#pillars/sandbox";
import type { PanelWords } from "./en.ts";
import { errorsDe } from "./errors-de.ts";

const number = new Intl.NumberFormat("de");
const n = (value: number) => number.format(value);
const list = new Intl.ListFormat("de");

export const de: PanelWords = {
  does: "Was er tut",
  doesHint: "Eine Zeile für die Karte.",
  language: "Sprache",
  library: {
    label: "Python-Bibliothek",
    options: { small: "Klein, eingebaut", full: "Voll, zum Herunterladen" },
    hints: {
      small: "Startet sofort. Was rechnet: json, math, re, datetime und Ähnliches.",
      full: "Die ganze Bibliothek von Python: decimal, statistics, csv, dataclasses und alles andere. Nur im Browser.",
    },
    group: "Herunterladen der vollen Bibliothek",
    looking: "Es wird nachgesehen, ob sie da ist",
    missing: "Sie ist in diesem Browser nicht heruntergeladen. Bis dahin läuft dieser Code hier nicht.",
    problems: {
      foreign: "Was kam, ist nicht die verlangte Python-Bibliothek, und wurde weggeworfen.",
      "too-large": "Was kam, ist zu groß für eine Seite, und wurde weggeworfen.",
      "no-file": "Der Server hatte keine solche Datei. Versuchen Sie es später wieder.",
      "no-room": "Auf diesem Gerät ist kein Platz dafür. Schaffen Sie Platz und versuchen Sie es wieder.",
      other: "Das ging nicht. Sehen Sie nach, ob Sie verbunden sind, und versuchen Sie es wieder.",
    },
    here: (version) => `Python ${version} ist heruntergeladen und läuft auch ohne Verbindung.`,
    download: (megabytes) => `${n(megabytes)} MB herunterladen`,
    consent: (host) =>
      `Von ${host}, das sieht, dass jemand danach fragt. Sie wird an ihrem Fingerabdruck geprüft und nur in diesem Browser aufbewahrt.`,
    fetching: "Die Python-Bibliothek wird heruntergeladen",
    so: (done, all) => `${n(done)} von ${n(all)} MB`,
    stop: "Anhalten",
    remove: (megabytes) => `${n(megabytes)} MB entfernen`,
  },
  code: "Code",
  open: "Editor öffnen",
  lines: (count) => `${n(count)} ${count === 1 ? "Zeile" : "Zeilen"}`,
  limits: "Grenzen",
  seconds: "Zeit",
  megabytes: "Speicher",
  calls: "Werkzeugaufrufe",
  rows: "Zeilen",
  says: {
    seconds: (value) => `endet nach ${n(value)} s`,
    megabytes: (value) => `höchstens ${n(value)} MB`,
    calls: (value) => (value === 0 ? "kein Aufruf" : `bis ${n(value)} ${value === 1 ? "Aufruf" : "Aufrufe"}`),
    rows: (value) => `bis ${n(value)} Zeilen`,
  },
  mayTouch: "Was dieser Code erreicht",
  touches: (alone, asked, { timeMs, memoryBytes }) =>
    `Dieser Code ${reachOf(alone, asked)}; er endet nach ${spaced(timeWords(timeMs))} und bei ${spaced(sizeWords(memoryBytes))}.`,
  unruled: (tools) => `${list.format(tools)} darf er nicht verwenden: Keine Regel erlaubt es.`,
  ruledBy: (rules) => `Über jeden Aufruf entscheiden die Regeln von „${rules}“.`,
  walls: "Kein Netz, keine Dateien, keine anderen Daten dieses Ablaufs.",
  change: "Code ändern",
  changeQuery: "Abfrage ändern",
  editor: {
    title: (what) => (what === "" ? "Code" : `Code: ${what}`),
    queryTitle: (what) => (what === "" ? "Abfrage" : `Abfrage: ${what}`),
    label: "Code. Mit Strg+M und dann Tab verlässt man den Editor.",
    keys: "Tab rückt ein. Um mit Tab hinauszukommen, zuerst Strg+M drücken (am Mac Ctrl+Umschalt+M).",
    loading: "Der Editor wird geladen",
    failed: "Der Editor ließ sich nicht laden. Bitte die Verbindung prüfen und noch einmal versuchen.",
    again: "Noch einmal",
    close: "Schließen",
    format: "Ordnen",
    write: "Schreiben",
    compare: "Vergleichen",
    view: "Ansicht",
    comparing: "Was gespeichert ist und was hier steht",
    comparingWith: "Vergleichen mit",
    saved: "Wie gespeichert",
    lastRun: "Wie im letzten Lauf",
    save: "Speichern",
    isSaved: "Gespeichert",
    leave: "Es gibt Änderungen, die nicht gespeichert sind.",
    saveAndClose: "Speichern und schließen",
    discard: "Änderungen verwerfen",
    stay: "Weiter schreiben",
    problems: (count) =>
      count === 0 ? "Keine Probleme gefunden." : `${n(count)} ${count === 1 ? "Problem" : "Probleme"}`,
    line: (line) => `Zeile ${n(line)}`,
    checking: "Probleme werden gesucht",
    lost: {
      promise:
        "Das ist noch nicht fertig, wenn es zurückgegeben wird; es käme nichts davon an. Davor gehört await, vor eine Liste await Promise.all.",
      other:
        "Das kann den Schritt nicht verlassen: Nur Texte, Zahlen, ja und nein, Listen und einfache Objekte können das.",
    },
    unchecked: "Wird geprüft, wenn er läuft.",
    side: "Neben dem Code",
    tabs: { trial: "Ausprobieren", snippets: "Bausteine", tools: "Was er sieht" },
  },
  trial: {
    input: "Eingabe",
    fromLastRun: "Aus dem letzten Lauf dieses Schritts. Lässt sich ändern.",
    noRun: "Dieser Schritt ist noch nicht gelaufen; hier kann ein Beispiel stehen.",
    looking: "Der letzte Lauf wird gesucht",
    notJson: "Das ist kein JSON. Texte und Namen stehen in doppelten Anführungszeichen.",
    reset: "Wieder die letzte Eingabe",
    run: "Ausführen",
    runHint: "Ctrl ↵",
    stop: "Anhalten",
    running: "Läuft",
    safe: "Beim Ausprobieren wird kein Werkzeug aufgerufen: Sie antworten, was sie im letzten Lauf geantwortet haben.",
    refused: (tool) =>
      `${tool} wird beim Ausprobieren nicht aufgerufen, und im letzten Lauf wurde es nicht danach gefragt.`,
    foreign: "Ausprobieren lässt er sich, sobald er übernommen ist.",
    unknownLanguage: "Diese Sprache lässt sich hier nicht ausprobieren.",
    failed: "Die Sandbox ließ sich nicht starten.",
    result: "Ergebnis",
    nothing: "Es kam nichts zurück. Hinter return gehört, was weitergehen soll.",
    isCut: "Da war noch mehr; die Konsole behält nicht mehr als das.",
    value: "Wert",
    console: "Konsole",
    used: "Verbraucht",
    time: "Zeit",
    memory: "Speicher",
    calls: "Werkzeugaufrufe",
    rows: "Zeilen",
    of: (used, limit) => `${used} von ${limit}`,
    ms: (value) => `${n(Math.round(value * 10) / 10)} ms`,
    mb: (value) => `${n(Math.round(value * 10) / 10)} MB`,
    count: n,
    goTo: (line) => `Zu Zeile ${n(line)}`,
    outcomes: {
      timeout: "Angehalten: Es hat länger gedauert als erlaubt.",
      memory: "Angehalten: Es wollte mehr Speicher als erlaubt.",
      "output-limit": "Angehalten: Was geschrieben wurde, ist zu groß.",
      denied: "Angehalten: Es wollte etwas, das es nicht haben darf.",
      error: "Der Code ist gescheitert und sagt nicht, warum.",
      crashed: "Die Sandbox ist abgebrochen.",
      cancelled: "Von Ihnen angehalten.",
    },
  },
  errors: errorsDe,
  snippets: {
    about: "Wird an der Schreibmarke eingefügt; in neuem Code an dessen Stelle.",
    groups: { dates: "Datum", groups: "Zeilen", csv: "CSV", json: "JSON", text: "Text" },
    titles: {
      isoDate: "Ein Datum lesen, wie man es schreibt",
      daysBetween: "Tage zwischen zwei Daten",
      addMonths: "Ein Datum einige Monate später",
      sumBy: "Nach einem Feld zusammenzählen",
      newestOf: "Jeweils die neueste Zeile",
      join: "Zwei Listen verbinden",
      csvToRows: "CSV zu Zeilen",
      rowsToCsv: "Zeilen zu CSV",
      renameFields: "Felder auswählen und umbenennen",
      flatten: "Innere Objekte auflösen",
      spread: "Eine Zeile je innerem Eintrag",
      tidy: "Einen Text aufräumen",
      readAmount: "Einen Betrag lesen",
      perMonth: "Zeilen und Summen je Monat",
      amountsOfText: "Beträge, die als Text kamen",
      hideAddresses: "E-Mail-Adressen verdecken",
    },
    insert: (title) => `Einfügen: ${title}`,
    none: "Für diese Sprache gibt es noch keine Bausteine.",
  },
  sees: {
    input: "Was zuletzt hereinkam, hat diese Form.",
    noInput: "Die Form ist nach dem ersten Lauf bekannt.",
    tools: "Angehängte Werkzeuge",
    noTools: "Kein Werkzeug hängt daran. Auf der Arbeitsfläche lässt sich eines anhängen.",
    insert: (title) => `Einen Aufruf von ${title} einfügen`,
    tables: "Tabellen",
    noTables: "Noch ist keine Tabelle bekannt: eine Nachricht durch den Ablauf schicken oder ein Beispiel schreiben.",
    onlyColumns: "Mit den Spalten, die die Abfrage lesen darf.",
    values: "Werte",
    python:
      "Weiter geht, was return zurückgibt, was in result steht oder der Wert der letzten Zeile. Werkzeuge ruft man mit await auf; print schreibt in die Konsole.",
  },
};

function reachOf(alone: readonly string[], asked: readonly string[]): string {
  const once = `${list.format(asked)} erst, wenn ein Mensch zustimmt`;
  if (alone.length === 0)
    return asked.length === 0 ? "erreicht nichts außerhalb von sich" : `darf ${once}, und sonst nichts verwenden`;
  if (asked.length === 0) return `darf ${list.format(alone)} verwenden und sonst nichts`;
  return `darf ${list.format(alone)} verwenden, ${once}, und sonst nichts`;
}

/** As German writes it, and a number never parted from its unit. */
function spaced(words: string): string {
  return words.replace(".", ",").replace(" ", "\u00A0");
}
