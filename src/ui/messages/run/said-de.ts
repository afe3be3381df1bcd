import { runErrorCodes, type RunErrorCode } from "#engine";
import { decisionSentences, type DecisionRefusal } from "#pillars/autonomy";
import type { GrantRefusal } from "#pillars/privileges";
import { panelWords } from "#nodes/firewall/panel/words";
import { askedSaid } from "./asked-said-de.ts";
import { limitSaid } from "./limit-said-de.ts";
import { ruleSaid } from "./rule-said-de.ts";
import type { Said } from "./said.ts";

/** What the monitor's codes say, where one code says one thing. */
const refusals: Readonly<Record<GrantRefusal, string>> & Readonly<Record<string, string>> = {
  "duplicate-id": "Eine Erlaubnis mit dieser Nummer gibt es schon.",
  "bad-terms": "Eine Erlaubnis braucht mindestens eine Verwendung und ein Ende in der Zukunft.",
  "no-parent": "Die Erlaubnis, aus der sie käme, gibt es nicht oder sie ist beendet.",
  "wider-than-parent": "Sie würde mehr erlauben als die Erlaubnis, aus der sie kommt.",
  unknown: "Eine solche Erlaubnis gibt es nicht.",
  revoked: "Die Erlaubnis wurde zurückgenommen.",
  expired: "Die Erlaubnis ist abgelaufen.",
  "used-up": "Die Erlaubnis wurde so oft verwendet, wie sie gilt.",
  "other-run": "Die Erlaubnis gehört zu einem anderen Lauf.",
  "other-step": "Die Erlaubnis gehört zu einem anderen Schritt.",
  "other-tool": "Die Erlaubnis gilt für ein anderes Werkzeug.",
  "other-arguments": "Die Erlaubnis gilt für andere Angaben.",
  "other-host": "Die Erlaubnis reicht nicht bis zu dieser Adresse.",
  "no-grant": "Für diesen Aufruf gibt es keine Erlaubnis.",
  "denied-before": "Diesen Aufruf hat ein Mensch schon abgelehnt.",
  "edit-refused": "So geändert muss ihn jemand anders freigeben.",
  "unknown-tool": "Dieser Schritt hat kein solches Werkzeug.",
};

/** What a code says that says several things, by what was recorded. */
const sentences: Readonly<Record<string, string>> = {
  "The rule and the gate name different people, so nobody can approve this.":
    "Die Regel und die Schranke nennen verschiedene Personen, daher kann dies niemand freigeben.",
  "Who may approve this may not read what it holds, so nobody can.":
    "Wer dies freigeben darf, darf nicht lesen, was darin steht, daher kann es niemand.",
  "The changed call contains something that must not leave.":
    "Der geänderte Aufruf enthält etwas, das nicht hinausdarf.",
  "The call contains something that must not leave.": "Der Aufruf enthält etwas, das nicht hinausdarf.",
  "No rule allows this.": "Keine Regel erlaubt das.",
  "A rule forbids this.": "Eine Regel verbietet das.",
  "The record must belong to the person who speaks.": "Der Datensatz muss der Person gehören, die spricht.",
  "It must go back to where it came from.": "Es muss dorthin zurückgehen, woher es kam.",
  "The record must belong to the person who speaks, and it must go back to where it came from.":
    "Der Datensatz muss der Person gehören, die spricht, und es muss dorthin zurückgehen, woher es kam.",
  "It was used as often as the rule allows.": "Es wurde so oft verwendet, wie die Regel erlaubt.",
  "The amount cannot be read.": "Der Betrag ist nicht lesbar.",
};

/** The same with a value in them. */
const patterns: readonly (readonly [RegExp, (value: string) => string])[] = [
  [
    /^Only (.+) may be used here\.$/su,
    (list) => `Hier darf nur verwendet werden: ${list.replace(/ or (?!.* or )/su, " oder ")}.`,
  ],
  [/^The amount must be in (.+)\.$/su, (currency) => `Der Betrag muss in ${currency} sein.`],
  [
    /^The rules cannot be read, so nothing is allowed: (.+)$/su,
    (why) => `Die Regeln lassen sich nicht lesen, daher ist nichts erlaubt: ${why}`,
  ],
];

const runErrors: Readonly<Record<RunErrorCode, string>> = {
  "journal-mismatch":
    "Dieser Lauf wurde mit einem anderen Ablauf oder anderen Daten aufgezeichnet, daher kann er nicht fortgesetzt werden.",
  "value-erased": "Ein Wert, den dieser Lauf braucht, wurde gelöscht, daher kann er nicht fortgesetzt werden.",
  "node-failed": "Ein Schritt ist fehlgeschlagen.",
  timeout: "Ein Schritt hat zu lange gedauert und wurde angehalten.",
  "limit-hit": "Eine Grenze wurde erreicht.",
  stopped: "Der Lauf wurde angehalten.",
  "model-failed": "Das Modell hat nicht geantwortet.",
  "check-failed": "Eine Sicherheitsprüfung war nicht möglich, daher wurde der Schritt nicht ausgeführt.",
  "not-permitted": "Das ist nicht erlaubt.",
  "code-not-adopted": "Dieser Code kommt von anderswo, und hier hat ihn niemand übernommen.",
  "bad-config": "Die Einstellungen eines Schritts sind nicht gültig.",
  "bad-output": "Ein Schritt hat etwas zurückgegeben, das seine Leitungen nicht tragen können.",
};

const decisions: Readonly<Record<DecisionRefusal, string>> = {
  "other-approval": "Diese Entscheidung gilt einer anderen Anfrage.",
  expired: "Die Zeit zum Entscheiden ist um.",
  "hash-mismatch": "Der Aufruf hat sich geändert, seit er gezeigt wurde; sehen Sie ihn noch einmal an.",
  "wrong-role": "Ihre Rolle darf dies nicht entscheiden.",
  "same-person": "Wer gefragt hat, darf es nicht selbst freigeben.",
  "already-approved": "Eine zweite, andere Person muss dies freigeben.",
  "no-edits": "Die Angaben dieses Aufrufs dürfen nicht geändert werden.",
  "needs-recheck": "Die geänderten Angaben müssen zuerst geprüft werden.",
  "edit-refused": "Die Regeln erlauben den Aufruf mit diesen Änderungen nicht.",
};

const keepReceipts = "Heben Sie Ihre Belege auf und fragen Sie, wer diesen Arbeitsbereich betreut.";

/** A witness that does not sign. */
const witness: Readonly<Record<string, string>> = {
  unfit: `Es wurde nichts unterschrieben. Die Aufzeichnung dieses Gesprächs passt nicht zu ihrem unterschriebenen Stand, etwas hat sie also verändert. ${keepReceipts}`,
  behind: `Es wurde nichts unterschrieben. Die Aufzeichnung dieses Gesprächs ist kürzer als bei der letzten Unterschrift hier, ein Teil davon fehlt also. ${keepReceipts}`,
  replaced: `Es wurde nichts unterschrieben. Die Aufzeichnung dieses Gesprächs ist nicht die, die hier zuletzt unterschrieben wurde: Sie wurde ersetzt. ${keepReceipts}`,
};

export const said: Said = {
  refused: (code, sentence) =>
    own(refusals, code) ?? own(sentences, sentence) ?? withValue(sentence) ?? askedSaid(sentence) ?? ruleSaid(sentence),
  rule: (sentence) => askedSaid(sentence) ?? ruleSaid(sentence) ?? own(sentences, sentence) ?? withValue(sentence),
  found: (category) => own(panelWords("de").reasons, category),
  limit: limitSaid,
  ended: (sentence) => byCode(runErrorCodes, runErrors, sentence),
  decision: ({ code, sentence }) =>
    (code === undefined ? undefined : own(witness, code)) ?? byCode(decisionSentences, decisions, sentence),
};

function withValue(sentence: string): string | undefined {
  for (const [pattern, tell] of patterns) {
    const value = pattern.exec(sentence)?.[1];
    if (value !== undefined) return tell(value);
  }
  return undefined;
}

/** By the code whose sentence it is. */
function byCode<Code extends string>(
  recorded: Readonly<Record<Code, string>>,
  words: Readonly<Record<Code, string>>,
  sentence: string,
): string | undefined {
  const code = Object.entries(recorded).find(([, each]) => each === sentence)?.[0];
  return code === undefined ? undefined : own(words, code);
}

/** Codes and sentences come from a log, so what every object has is none of them. */
function own(table: Readonly<Record<string, string | undefined>>, key: string): string | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}
