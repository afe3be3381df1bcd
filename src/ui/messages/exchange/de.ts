import { namedCode } from "#pillars/trace";
import { germanNote, germanSentences } from "#pillars/trace/german";
import type { ExchangeWords } from "./en.ts";

const whole = (n: number) =>
  n === 1 ? "Der eine Schritt ist, wie er versiegelt wurde" : `Alle ${n} Schritte sind, wie sie versiegelt wurden`;
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`;

/** Die Wörter für Dateien und für das, was ein fremder Ablauf will. */
export const de: ExchangeWords = {
  refusedTitle: (file) => `${file} wurde nicht geöffnet`,
  nothingLost: "Nichts wurde gespeichert, und nichts ist gelaufen.",
  refused: {
    tooLarge: (megabytes) => `Die Datei ist größer als ${megabytes} MB und wurde nicht gelesen.`,
    empty: "Die Datei ist leer.",
    unreadable: "Die Datei ließ sich nicht lesen. Vielleicht wurde sie verschoben oder ist anderswo offen.",
    notText: "Die Datei ist weder ein Ablauf noch ein Bündel: Sie ist kein Text in UTF-8.",
    notJson: "Die Datei ist kein Ablauf: Sie ist kein JSON.",
    tooDeep: "Die Datei ist tiefer verschachtelt als jeder Ablauf und wurde nicht gelesen.",
    forbiddenName: (name) => `Die Datei verwendet den Namen ${name}, den kein Ablauf braucht und Angriffe nutzen.`,
    bundleFlow: (problem) => `Das Bündel ist richtig versiegelt, aber sein Ablauf lässt sich nicht öffnen. ${problem}`,
  },
  bundleTitle: "Nachweis eines Laufs",
  verdict: {
    FAILED: "Nicht bestätigt",
    "SELF-CONSISTENT": "Unverändert, mit unbekanntem Schlüssel",
    VERIFIED: "Bestätigt",
    "VERIFIED+ANCHORED": "Bestätigt und verankert",
  },
  fault: ({ codes, message }) => {
    const code = namedCode(codes);
    return code === undefined ? message : germanSentences[code];
  },
  note: germanNote,
  verdictText: {
    "SELF-CONSISTENT": (n) =>
      `${whole(n)}, mit einem Schlüssel, den dieser Browser nicht kennt. Wer ihn hat, könnte alles davon gemacht haben; fragen Sie den Absender nach seinem und prüfen Sie mit verify.html aus der Datei.`,
    VERIFIED: (n) =>
      `${whole(n)}, von diesem Browser. Kein Beleg und kein Zeuge schließt aus, dass die ganze Geschichte ersetzt wurde.`,
    "VERIFIED+ANCHORED": (n) =>
      `${whole(n)}, von diesem Browser, und sie passen zu dem, was ein Beleg oder ein Zeuge festhält.`,
  },
  state: {
    closed: "Der Lauf ist beendet.",
    waiting: "Der Lauf hat gewartet.",
    interrupted: "Der Lauf wurde unterbrochen.",
  },
  events: (n) => count(n, "Schritt", "Schritte"),
  step: (n) => `Erster fehlerhafter Schritt: ${n}`,
  part: (name) => `Fehlerhafter Teil: ${name}`,
  notOpenedFlow: "Aus einem Nachweis, der nicht stimmt, wird kein Ablauf geöffnet.",
  onlyFlow: "Geöffnet wird nur der Ablauf. Freigaben, Rechte, Schlüssel und der Lauf bleiben in der Datei.",
  lookAtFlow: "Ablauf ansehen",
  close: "Schließen",
  trustTitle: (title) => `Was „${title}“ will`,
  fromFile: "Aus einer Datei",
  trustText:
    "Dieser Ablauf wurde anderswo gebaut. Bitte lesen, was er täte, und einzeln erlauben, was er darf. Er läuft erst, wenn alles erlaubt ist, was er braucht, und sein Code erst, wenn Sie ihn gelesen und erlaubt haben.",
  groups: { model: "Wen er fragt", tool: "Was er benutzt", code: "Code, den er ausführt", documents: "Was er liest" },
  wantsNothing: "Er will nichts außerhalb dieses Geräts: keine Werkzeuge, keinen Code, keine Modelle, keine Dokumente.",
  allow: "Erlauben",
  allowWant: (what) => `Erlauben: ${what}`,
  asksModel: (model) => `Fragt das Modell ${model}`,
  modelAt: (host) => `Schickt das Gespräch an ${host}.`,
  modelUnknown:
    "Diese Verbindung gibt es hier nicht. Nichts wird gesendet, bevor sie in den Einstellungen angelegt ist.",
  usesTool: (title) => `Benutzt ${title}`,
  callsHost: (method, host) => `Ruft ${host} auf (${method}).`,
  sendsKey: (name) => `Sendet den Schlüssel ${name}, falls für diesen Host einer hinterlegt ist.`,
  effects: {
    read: "Liest Daten.",
    write: "Ändert Daten.",
    send: "Verschickt Nachrichten.",
    pay: "Zahlt Geld.",
    delete: "Löscht Daten.",
    admin: "Ändert Einstellungen und Rechte.",
  },
  itsRule: "Seine Regel:",
  noRule: "Es bringt keine Regel mit; dann wird ein Mensch gefragt, oder es wird abgelehnt.",
  runsCode: (step) => `Führt den Code von ${step} aus`,
  codeText: (language) => `${language}, in der Sandbox: kein Netz, keine Dateien.`,
  showCode: "Code zeigen",
  documents: (n) => `Liest ${count(n, "mitgebrachtes Dokument", "mitgebrachte Dokumente")}`,
  characters: (n) => `${n} Zeichen, die der Ablauf für wahr hält.`,
  openFlow: "Ablauf öffnen",
  save: "Erlaubtes speichern",
  allowed: (n, all) => `${n} von ${all} erlaubt`,
  opened: (title) => `${title} ist offen. Er läuft, sobald alles erlaubt ist, was er will.`,
  openedReady: (title) => `${title} ist offen und darf laufen.`,
  saved: "Gespeichert, was er darf.",
};
