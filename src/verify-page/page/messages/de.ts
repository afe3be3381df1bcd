import type { Words } from "./en.ts";
import { germanNote, germanSentences } from "#pillars/trace/german";

const number = (n: number) => n.toLocaleString("de");
const count = (n: number, one: string, many: string) => `${number(n)} ${n === 1 ? one : many}`;
const whole = (n: number) =>
  n === 1
    ? "Der eine Schritt ist so, wie er versiegelt wurde"
    : `Alle ${number(n)} Schritte sind so, wie sie versiegelt wurden`;

/** Alle Wörter der Seite auf Deutsch. */
export const de: Words = {
  locale: "de",
  title: "Aufzeichnung prüfen",
  intro:
    "Ein Gatehouse-Bündel ist die versiegelte Aufzeichnung dessen, was ein KI-Assistent getan hat. Diese Seite prüft eines, zeigt, was darin steht, und braucht kein Netz: Nichts verlässt dieses Gerät.",
  language: "English",
  drop: "Bündel hier ablegen",
  dropMore: "Eine Datei .gatehouse.zip. Belege (.txt) und Schlüsseldateien (.vkey) können mit abgelegt werden.",
  choose: "Dateien wählen",
  another: "Andere Datei prüfen",
  compare: "Womit Sie vergleichen",
  compareText:
    "Eine Aufzeichnung ist nur so vertrauenswürdig wie der Schlüssel, der sie versiegelt hat. Lassen Sie sich den Schlüssel des Arbeitsbereichs auf einem anderen Weg geben, etwa am Telefon, und fügen Sie ihn hier ein. Ein Beleg, den Sie früher aufgehoben haben, zeigt, dass vor ihm nichts verändert wurde.",
  keys: "Schlüssel, die Sie anerkennen, je eine Zeile",
  receipts: "Belege, die Sie aufgehoben haben, hintereinander",
  quorum: "Wie viele Zeugen unterschrieben haben müssen",
  quorumNote: (n) =>
    n === 0
      ? "Zeugen sind andere Stellen, die eine Aufzeichnung mit unterschreiben. Keiner der Schlüssel oben gehört einem Zeugen."
      : `${n} der Schlüssel oben ${n === 1 ? "gehört einem Zeugen" : "gehören Zeugen"}. Bleibt das Feld leer, muss keiner unterschrieben haben.`,
  quorumSlip: (n) =>
    n === 0
      ? "Keiner der Schlüssel oben gehört einem Zeugen; lassen Sie das Feld leer oder fügen Sie solche hinzu."
      : `Nötig ist eine Zahl von 0 bis ${n}: So viele der Schlüssel oben gehören Zeugen.`,
  witnesses: (signed, asked) =>
    `Von den Zeugen, die Sie anerkennen, ${signed === 0 ? "hat keiner" : signed === 1 ? "hat 1" : `haben ${signed}`} unterschrieben; Sie verlangen ${asked}.`,
  again: "Damit prüfen",
  pass: {
    file: "Die Datei wird gelesen.",
    bytes: "Ist es das, was versiegelt wurde?",
    form: "Ist jeder Schritt und jeder Wert so, wie er aufgezeichnet wurde?",
    rules: "Hat der Lauf seine Regeln gehalten?",
  },
  progress: (done, total) => `${number(done)} von ${number(total)} Schritten`,
  cancel: "Abbrechen",
  cancelled: "Die Prüfung wurde abgebrochen. Die Datei gilt nicht als geprüft.",
  unreadable: "Die Datei ließ sich nicht lesen.",
  verdict: {
    FAILED: "Nicht bestätigt",
    "SELF-CONSISTENT": "Unverändert, aber mit einem Schlüssel versiegelt, den Sie nicht anerkannt haben",
    VERIFIED: "Bestätigt",
    "VERIFIED+ANCHORED": "Bestätigt und verankert",
  },
  verdictText: {
    FAILED: () => "Diese Datei belegt nichts. Was sie über den Lauf sagt, wird nicht gezeigt.",
    "SELF-CONSISTENT": (n) =>
      `${whole(n)}. Wer den Schlüssel hat, könnte alles davon gemacht haben; vergleichen Sie darum den Schlüssel unten mit dem Absender.`,
    VERIFIED: (n) =>
      `${whole(n)}, mit einem Schlüssel, den Sie anerkennen. Kein Beleg und kein Zeuge schließt aus, dass sein Besitzer die ganze Geschichte ersetzt hat.`,
    "VERIFIED+ANCHORED": (n) =>
      `${whole(n)}, mit einem Schlüssel, den Sie anerkennen, und sie passen zu dem, was ein Beleg oder ein Zeuge festhält.`,
  },
  brokeRules:
    "Die Datei ist das, was versiegelt wurde, aber der Lauf hat seine eigenen Regeln gebrochen. Der erste fehlerhafte Schritt ist oben genannt.",
  sentence: (code) => germanSentences[code],
  note: germanNote,
  atStep: (n) => `Schritt ${n}`,
  inPart: (name) => `Teil ${name}`,
  notes: "Gut zu wissen",
  facts: "Die Aufzeichnung",
  run: "Lauf",
  madeOn: "Kopie vom",
  steps: (n) => count(n, "Schritt", "Schritte"),
  stateName: "Zustand",
  state: { closed: "Beendet", waiting: "Wartet auf einen Menschen", interrupted: "Abgebrochen" },
  missing: "Nicht gezeigte Werte",
  missingText: (erased, withheld) =>
    erased + withheld === 0 ? "Keine" : `${erased} endgültig gelöscht, ${withheld} in dieser Kopie weggelassen`,
  sealedBy: "Versiegelt von",
  approve: "Ich habe diesen Schlüssel verglichen und erkenne ihn an",
  approved: "Sie erkennen diesen Schlüssel an",
  conversation: "Gespräch",
  decisions: "Entscheidungen von Menschen",
  grants: "Erteilte Erlaubnisse",
  guards: "Was die Wächter getan haben",
  allSteps: "Alle Schritte",
  nobodySpoke: "In diesem Lauf wurde nichts gesagt, oder diese Kopie zeigt es nicht.",
  noDecisions: "Niemand wurde gefragt.",
  noGrants: "Kein Werkzeug wurde mit einer Erlaubnis benutzt.",
  noGuards: "Kein Wächter musste eingreifen.",
  hidden: "In dieser Kopie nicht gezeigt",
  signed: "unterschrieben",
  unsigned: "nicht unterschrieben",
  decision: {
    approve: "Freigegeben",
    deny: "Abgelehnt",
    edit: "Mit Änderungen freigegeben",
    waiting: "Nicht entschieden",
  },
  uses: (n) => `${number(n)}-mal`,
  lasts: (seconds) => `für ${number(seconds)} s`,
  more: (n) => `${n} weitere zeigen`,
  onlyFirst: (n, all) =>
    `Aufgeführt sind die ersten ${number(n)} von ${number(all)} Schritten. Geprüft wurden alle; weiter lesen lässt sich die Datei in Gatehouse.`,
  attrs: "Offen aufgezeichnet",
  values: "Was gesagt und getan wurde",
  verdictOf: {
    allow: "durchgelassen",
    warn: "gewarnt",
    redact: "Text entfernt",
    ask: "einen Menschen gefragt",
    block: "angehalten",
  },
  direction: { input: "auf dem Weg zum Modell", output: "auf dem Weg zum Menschen" },
  limits: "Was das nicht zeigt",
  limitsText: [
    "Keine Aufzeichnung kann sagen, ob das Programm, das sie schrieb, dabei ehrlich war.",
    "Ohne Beleg oder Zeugen außerhalb des Arbeitsbereichs kann der Besitzer seines Schlüssels die ganze Geschichte ersetzen.",
    "Feldnamen, Größen und Zeiten sind öffentlich, auch von gelöschten und weggelassenen Werten.",
    "Eine Seite kann nicht für sich selbst bürgen. Wer dieses Bündel gemacht hat, könnte eine andere Seite hineingelegt haben; vergleichen Sie ihren SHA-256 wie unten beschrieben.",
  ],
  own: "Diese Seite",
  ownText:
    "Nach eigener Auskunft hat diese Seite den SHA-256 unten. Das ist nichts wert, falls jemand sie verändert hat: Rechnen Sie den Wert selbst aus und vergleichen Sie ihn mit dem der Gatehouse-Ausgabe, der Sie vertrauen.",
  ownHow: "sha256sum verify.html   ·   shasum -a 256 verify.html   ·   certutil -hashfile verify.html SHA256",
  ownListed: "Das Bündel führt genau diese Seite auf.",
  ownOther: (digest) => `Das Bündel enthält eine andere Seite, mit dem SHA-256 ${digest}.`,
  ownNone: "Das Bündel enthält keine eigene Seite.",
  pageDropped: (name, digest) => `${name} hat den SHA-256 ${digest}.`,
  speaker: { user: "Mensch", assistant: "Assistent" },
  kind: {
    "run.open": "Der Lauf begann",
    "run.close": "Der Lauf wurde beendet",
    "run.recovered": "Nach einer Unterbrechung fortgesetzt",
    "run.export": "Eine Kopie wurde gemacht",
    "turn.start": "Ein Mensch sprach",
    "turn.end": "Die Runde endete",
    "node.start": "Ein Schritt des Ablaufs begann",
    "node.end": "Ein Schritt des Ablaufs endete",
    "edge.taken": "Weiter zum nächsten Schritt",
    error: "Ein Versuch schlug fehl",
    message: "Eine Nachricht",
    "llm.request": "Das Modell wurde gefragt",
    "llm.response": "Das Modell antwortete",
    "retrieval.query": "Dokumente wurden durchsucht",
    "retrieval.result": "Dokumente wurden gefunden",
    "privilege.facts": "Nachgesehen, wessen Datensatz es ist",
    "privilege.known": "Nachgesehen, ob das Ziel bekannt ist",
    "privilege.request": "Um Erlaubnis gefragt",
    "privilege.grant": "Erlaubnis erteilt",
    "privilege.use": "Eine Erlaubnis wurde benutzt",
    "privilege.deny": "Erlaubnis verweigert",
    "privilege.expire": "Eine Erlaubnis endete",
    "privilege.revoke": "Eine Erlaubnis wurde zurückgenommen",
    "privilege.token": "Eine signierte Erlaubnis ging an ein Werkzeug",
    "limit.hit": "Eine Grenze wurde erreicht",
    "budget.check": "Nach einer Grenze gesehen",
    "budget.claim": "Platz im Tagesbudget wurde beansprucht",
    "approval.request": "Ein Mensch wurde um Entscheidung gebeten",
    "approval.decision": "Ein Mensch entschied",
    "approval.timeout": "Niemand entschied rechtzeitig",
    "approval.reminder": "Ein Mensch wurde erinnert",
    "kill.switch": "Alles wurde angehalten",
    "guardrail.result": "Ein Wächter prüfte einen Text",
    "guardrail.request": "Eine zweite Meinung wurde eingeholt",
    "guardrail.response": "Eine zweite Meinung kam",
    "sandbox.start": "Code begann in der Sandbox",
    "sandbox.end": "Code endete in der Sandbox",
    "tool.call": "Ein Werkzeug wurde aufgerufen",
    "tool.result": "Ein Werkzeug antwortete",
    handoff: "Übergeben",
  },
};
