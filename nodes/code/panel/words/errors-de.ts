import type { ErrorKind } from "../errors/kinds.ts";

type Say = (first: string, second: string) => string;

/** As German writes a size or a time, and a number never parted from its unit. */
const spaced = (words: string) => words.replace(".", ",").replace(" ", "\u00A0");

/** What went wrong with code, in plain sentences. */
export const errorsDe: Readonly<Record<ErrorKind, Say>> = {
  tooLong: (time) => `Angehalten: Es hat länger gedauert als die ${spaced(String(time))}, die es dauern darf.`,
  stuck: () => "Angehalten: Es wartet auf etwas, das nie kommt.",
  waited: (time) => `Angehalten: Es hat länger als ${spaced(String(time))} auf ein Werkzeug gewartet.`,
  memory: (size) =>
    size === ""
      ? "Angehalten: Es wollte mehr Speicher als erlaubt."
      : `Angehalten: Es wollte mehr Speicher als ${spaced(String(size))}.`,
  rows: (count) =>
    `Angehalten: Die Abfrage ergibt mehr als ${count} Zeilen. Sie lässt sich enger fassen oder mit LIMIT beenden.`,
  tooLarge: (size) => `Das Ergebnis ist größer als ${spaced(String(size))}; mehr kann einen Schritt nicht verlassen.`,
  tooDeep: () => "Es ist zu tief geschachtelt: Listen in Listen in Listen.",
  sourceTooLarge: (size) => `Der Code ist länger als ${spaced(String(size))}.`,
  notJson: () =>
    "Das Ergebnis kann den Schritt nicht verlassen: Nur Texte, Zahlen, ja und nein, Listen und einfache Objekte können das.",
  circular: () => "Das Ergebnis enthält sich selbst, hat also kein Ende und kann den Schritt nicht verlassen.",
  bigInteger: () =>
    "Eine große Ganzzahl (1n) kann den Schritt nicht verlassen. Number(…) oder String(…) macht daraus etwas, das es kann.",
  broke: () => "Die Sandbox ist abgebrochen und wurde weggeworfen. Der nächste Lauf bekommt eine neue.",
  aborted: () => "Angehalten, bevor der Code zu Ende war.",
  notStarted: () => "Die Sandbox ist nicht gestartet, der Code lief also nicht.",
  browserOnly: () => "Die volle Python-Bibliothek läuft nur in einem Browser, der Code lief also nicht.",
  notDownloaded: () =>
    "Die volle Python-Bibliothek ist in diesem Browser nicht vorhanden. In den Einstellungen des Schritts lässt sie sich herunterladen.",
  toolNotHere: (tool) => `Der Code ruft das Werkzeug „${tool}“ auf, das nicht an ihm hängt.`,
  tooManyCalls: (count) => `Er wollte öfter Werkzeuge aufrufen als die ${count} Male, die er darf.`,
  tooManyAtOnce: (count) =>
    `Er wollte mehr als ${count} Werkzeuge zugleich. Erst auf einige warten, dann die nächsten.`,
  needsAwait: () => "Der Wert ist noch nicht da: Vor den Aufruf gehört await.",
  notInSandbox: (name) =>
    `„${name}“ gibt es hier nicht: Die Sandbox hat kein Netz, keine Dateien, keine Webseite und keinen Zeitgeber.`,
  noFiles: () => "Code in der Sandbox hat keine Dateien. Was er braucht, kommt mit der Eingabe.",
  unknownName: (name) => `Der Name „${name}“ ist hier nicht bekannt. Ist er richtig geschrieben?`,
  fieldOfNothing: (field) => `„${field}“ lässt sich hier nicht lesen: Der Wert davor fehlt.`,
  noFunction: () => "Hier wird etwas aufgerufen, das keine Funktion ist. Ist der Name richtig geschrieben?",
  twice: () => "Derselbe Name wird zweimal vergeben.",
  missing: (sign) => `Hier fehlt „${sign}“.`,
  recursion: () => "Der Code ruft sich ohne Ende selbst auf.",
  notPython: () =>
    "Python kann das nicht lesen. Oft fehlt eine Klammer, ein Anführungszeichen oder ein Doppelpunkt, hier oder eine Zeile darüber.",
  indentation: () =>
    "Die Zeilen sind nicht so eingerückt, wie Python es braucht: Die eines Blocks beginnen an derselben Stelle.",
  noModule: (name) => `Eine Bibliothek „${name}“ gibt es hier nicht.`,
  byZero: () => "Hier wird durch null geteilt.",
  noKey: (key) => `Ein Feld „${key}“ gibt es nicht.`,
  noEntry: () => "So lang ist die Liste nicht: An dieser Stelle hat sie keinen Eintrag.",
  noAttribute: (kind, name) => `Ein Wert der Art ${kind} hat kein „${name}“.`,
  mixed: () =>
    "Diese beiden Arten von Werten passen nicht zusammen. float(…) macht aus einem Text eine Zahl, str(…) einen Text.",
  noParts: (kind) => `Ein Wert der Art ${kind} hat keine Teile, die sich mit [ ] lesen ließen.`,
  badText: () => "Der Text, der hier gelesen wird, ist kein JSON.",
  assertion: () => "Was ein assert im Code verlangt, trifft nicht zu.",
  syntax: () => "Das ist nicht lesbar: Ein Zeichen fehlt oder ist zu viel, im Code oder in einem Text, den er liest.",
  badSettings: () => "Die Einstellungen der Abfrage stimmen noch nicht, daher lässt sie sich nicht ausprobieren.",
  inputNoTables: () =>
    'Was hereinkommt, steht hier als Objekt mit einer Liste von Zeilen je Leitung: { "first": [ … ] }',
  calledTwice: (name) => `Zwei Eingaben der Abfrage heißen „${name}“.`,
  portNoTable: (wire, count) =>
    count === "0"
      ? `Was bei „${wire}“ hereinkommt, ist keine Tabelle: Eine Liste von Zeilen ist nicht darin.`
      : `Was bei „${wire}“ hereinkommt, hat ${count} Listen von Zeilen; welche gemeint ist, bleibt offen.`,
  emptyQuery: () => "Hier steht noch keine Abfrage.",
  secondQuery: () => "Hier beginnt eine zweite Abfrage; ein Schritt stellt nur eine.",
  onlyReads: () => "Eine Abfrage darf nur lesen: Sie beginnt mit SELECT, WITH oder VALUES.",
  unnamedValue: () => "Ein Wert hat einen Namen, etwa :name; ein bloßes ? steht für nichts.",
  noValue: (name) => `Es kam nichts herein, das ${name} heißt.`,
  functionWithheld: (name) => `Die Funktion ${name} darf eine Abfrage nicht verwenden.`,
  columnWithheld: (column, table) => `Die Spalte „${column}“ von „${table}“ darf diese Abfrage nicht lesen.`,
  tableWithheld: (table) => `„${table}“ darf diese Abfrage nicht lesen.`,
  bytes: (column) =>
    `Die Spalte ${column} enthält Bytes, die ein Ergebnis nicht tragen kann. hex(…) macht daraus einen Text.`,
  emptyTable: (table) => `„${table}“ kam ohne Zeilen herein, daher sind die Spalten nicht bekannt.`,
  noJsonText: () => "Ein Text, den die Abfrage als JSON liest, ist keines.",
  nearWord: (word) => `Die Abfrage ist bei „${word}“ nicht lesbar: Dort oder kurz davor stimmt etwas nicht.`,
  openQuote: (text) => `Das ist nicht lesbar: ${text}. Oft ist ein Anführungszeichen offen geblieben.`,
  unfinished: () => "Die Abfrage ist nicht fertig: Am Ende fehlt etwas.",
  noColumn: (name) => `Eine Spalte „${name}“ gibt es nicht.`,
  noTable: (name) => `Eine Tabelle „${name}“ gibt es nicht. Unter „Was er sieht“ stehen die vorhandenen.`,
  noSqlFunction: (name) => `Eine Funktion „${name}“ gibt es nicht.`,
  manyColumns: (name) => `Mehrere Tabellen haben eine Spalte „${name}“. Davor gehört die Tabelle: tabelle.${name}`,
  sumMisplaced: (name) =>
    `${name} fasst mehrere Zeilen zusammen und kann hier nicht stehen. Statt WHERE hilft HAVING, nach GROUP BY.`,
  argumentCount: (name) => `Die Funktion ${name} bekommt zu wenige oder zu viele Werte.`,
  unevenUnion: () => "Die zusammengefügten Abfragen haben verschieden viele Spalten.",
};
