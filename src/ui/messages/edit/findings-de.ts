/** A sentence of a finding in German, by its form; names of steps stay as they are, and another sentence stays as it is. */
export function foundDe(sentence: string): string {
  for (const [pattern, tell] of forms) {
    const found = pattern.exec(sentence);
    if (found !== null) return tell(...found.slice(1).map((part: string | undefined) => part ?? ""));
  }
  return sentence;
}

const none: Readonly<Record<string, string>> = {
  firewall: "keine Firewall",
  permission: "keine Erlaubnis",
  limits: "keine Grenzen",
  approval: "keine Freigabe",
  "approval gate": "keine Freigabe",
  tool: "kein Werkzeug",
  tools: "keine Werkzeuge",
  knowledge: "kein Wissen",
};

const added: Readonly<Record<string, string>> = {
  firewall: "Eine Firewall hinzufügen",
  permission: "Eine Erlaubnis hinzufügen",
  limits: "Grenzen hinzufügen",
  "approval gate": "Eine Freigabe hinzufügen",
};

const exact = (english: string): RegExp => new RegExp(`^${english.replaceAll(/[.?]/gu, String.raw`\$&`)}$`, "u");
const ruleOf = (number: string, place: string): string =>
  `Regel ${number}${place === "" ? "" : ` von ${place.replace(/^ of /u, "")}`}`;

const forms: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [exact("Nothing starts this flow"), () => "Nichts beginnt diesen Ablauf"],
  [
    exact("Place a Chat input and draw a wire from it."),
    () => "Setzen Sie einen Baustein „Chat-Eingang“ und ziehen Sie eine Verbindung von ihm.",
  ],
  [exact("Nothing answers"), () => "Nichts antwortet"],
  [
    exact("Place a Reply, or the person who writes gets no answer."),
    () => "Setzen Sie einen Baustein „Antwort“, sonst bekommt, wer schreibt, keine Antwort.",
  ],
  [/^(.+) waits for itself$/su, (step) => `${step} wartet auf sich selbst`],
  [
    exact("These wires go round in a circle, so none of the steps could ever start. Remove one of them."),
    () => "Diese Verbindungen gehen im Kreis, darum könnte keiner der Schritte je beginnen. Entfernen Sie eine davon.",
  ],
  [/^(.+) hangs on nothing$/su, (step) => `${step} hängt an nichts`],
  [
    exact("Draw a wire from it to the step it should serve."),
    () => "Ziehen Sie eine Verbindung von ihm zu dem Schritt, dem er dienen soll.",
  ],
  [/^(.+) is never reached$/su, (step) => `${step} wird nie erreicht`],
  [
    exact("No wire leads here from the start of the flow."),
    () => "Vom Anfang des Ablaufs führt keine Verbindung hierher.",
  ],
  [/^(.+) has (\d+) at (.+)$/su, (step, count, socket) => `${step} hat ${count} an „${socket}“`],
  [/^It takes (\d+)\. Remove the others\.$/u, (most) => `Es passen ${most}. Entfernen Sie die übrigen.`],
  [/^(.+) has no (.+)$/su, (step, what) => `${step} hat ${none[what] ?? `kein „${what}“`}`],
  [exact("Without a tool it can do nothing."), () => "Ohne Werkzeug kann er nichts tun."],
  [
    exact("No rule says what it may use, so every call would be denied."),
    () => "Keine Regel sagt, was er benutzen darf, darum würde jeder Aufruf abgelehnt.",
  ],
  [exact("Nobody is asked before it acts."), () => "Niemand wird gefragt, bevor er handelt."],
  [exact("Nothing checks what it reads."), () => "Nichts prüft, was er liest."],
  [exact("It has nothing to look things up in."), () => "Er hat nichts, worin er nachsehen kann."],
  [exact("Nothing says when it has to stop."), () => "Nichts sagt, wann er aufhören muss."],
  [
    exact(
      "A firewall reads every message before the model does, and every answer before it leaves. Without one, this step does not run.",
    ),
    () =>
      "Eine Firewall liest jede Nachricht vor dem Modell und jede Antwort, bevor sie hinausgeht. Ohne sie läuft dieser Schritt nicht.",
  ],
  [/^(.+) is attached twice$/su, (tool) => `${tool} ist zweimal angeschlossen`],
  [
    exact("A step cannot tell two tools of the same name apart. Remove one."),
    () => "Ein Schritt kann zwei gleichnamige Werkzeuge nicht unterscheiden. Entfernen Sie eines.",
  ],
  [
    /^No rule says when (.+) may use (.+), so every call would be denied\.$/su,
    (step, tool) => `Keine Regel sagt, wann ${step} „${tool}“ benutzen darf, darum würde jeder Aufruf abgelehnt.`,
  ],
  [/^Add a rule for (.+)$/su, (tool) => `Eine Regel für „${tool}“ hinzufügen`],
  [/^Add a (.+)$/su, (what) => added[what] ?? `„${what}“ hinzufügen`],
  [exact("A wire leads nowhere"), () => "Eine Verbindung führt nirgendwohin"],
  [
    exact("One of its ends names a step that is not there."),
    () => "Eines ihrer Enden nennt einen Schritt, den es nicht gibt.",
  ],
  [exact("A wire does not fit"), () => "Eine Verbindung passt nicht"],
  [exact("Remove the wire"), () => "Die Verbindung entfernen"],
  [exact("A step cannot be joined to itself."), () => "Ein Schritt lässt sich nicht mit sich selbst verbinden."],
  [exact("One of these steps is not known here."), () => "Einer dieser Schritte ist hier nicht bekannt."],
  [/^(.+) and (.+) are joined already\.$/su, (one, other) => `${one} und ${other} sind schon verbunden.`],
  [
    /^(.+) has its (.+) already\. Remove the other one first\.$/su,
    (step, socket) => `Bei „${socket}“ hat ${step} schon etwas. Entfernen Sie das zuerst.`,
  ],
  [
    /^This would make a circle: (.+) already leads to (.+)\.$/su,
    (one, other) => `Das ergäbe einen Kreis: ${one} führt schon zu ${other}.`,
  ],
  [/^(.+) has no place for (.+)\.$/su, (step, port) => `${step} hat keinen Platz für „${port}“.`],
  [/^(.+) cannot hang on (.+)\.$/su, (step, socket) => `${step} kann nicht an „${socket}“ hängen.`],
  [/^(.+) has no output called (.+)\.$/su, (step, port) => `${step} hat keinen Ausgang namens „${port}“.`],
  [/^(.+) has no input called (.+)\.$/su, (step, port) => `${step} hat keinen Eingang namens „${port}“.`],
  [
    /^(.+) gives (.+), but (.+) needs (.+)\.$/su,
    (one, given, other, needed) => `${one} gibt „${given}“, aber ${other} braucht „${needed}“.`,
  ],
  [/^(.+) gets no (.+)$/su, (step, input) => `${step} bekommt nichts bei „${input}“`],
  [
    /^Draw a wire to (.+) from the step that provides it\.$/su,
    (input) => `Ziehen Sie eine Verbindung zu „${input}“ von dem Schritt, der es liefert.`,
  ],
  [/^(.+) is not known here$/su, (step) => `${step} ist hier nicht bekannt`],
  [
    /^This Gatehouse has no step of the kind (.+)\. Remove it or replace it\.$/su,
    (kind) => `Dieses Gatehouse hat keinen Schritt der Art „${kind}“. Entfernen oder ersetzen Sie ihn.`,
  ],
  [/^(.+) is newer than this Gatehouse$/su, (step) => `${step} ist neuer als dieses Gatehouse`],
  [
    exact("It was made with a newer version. Update Gatehouse to run this flow."),
    () => "Er entstand mit einer neueren Version. Aktualisieren Sie Gatehouse, um diesen Ablauf auszuführen.",
  ],
  [/^(.+) needs settings$/su, (step) => `${step} braucht Einstellungen`],
  [/^The rules about (.+) contradict each other$/su, (tool) => `Die Regeln über „${tool}“ widersprechen einander`],
  [/^A rule about (.+) is not used$/su, (tool) => `Eine Regel über „${tool}“ wird nicht benutzt`],
  [
    /^Rule (\d+) says again what rule (\d+)( of .+)? says\.$/su,
    (one, other, place) => `Regel ${one} sagt noch einmal, was ${ruleOf(other, place)} sagt.`,
  ],
  [
    /^Rule (\d+) allows it .+, rule (\d+)( of .+)? says never\. Never wins, so rule \d+ does nothing\.$/su,
    (one, other, place) =>
      `Regel ${one} erlaubt es, ${ruleOf(other, place)} sagt nie. Nie gilt, darum bewirkt Regel ${one} nichts.`,
  ],
  [
    /^Rule (\d+) allows up to (.+) alone, rule (\d+)( of .+)? forbids more than (.+)\. The lower one holds\.$/su,
    (one, alone, other, place, most) =>
      `Regel ${one} erlaubt bis ${alone} allein, ${ruleOf(other, place)} verbietet mehr als ${most}. Es gilt die niedrigere.`,
  ],
  [/^Lower it to (.+)$/su, (most) => `Auf ${most} senken`],
  [
    /^Rule (\d+) takes (.+) for the amount, rule (\d+)( of .+)? takes (.+)\. No rule with an amount applies until they agree\.$/su,
    (one, mine, other, place, theirs) =>
      `Regel ${one} nimmt „${mine}“ als Betrag, ${ruleOf(other, place)} nimmt „${theirs}“. Keine Regel mit einem Betrag gilt, bis sie sich einig sind.`,
  ],
  [
    /^Rule (\d+) speaks of (.+), and nobody in this flow is one\. (The rule|That part of it) does nothing\.$/su,
    (one, who, which) =>
      `Regel ${one} spricht von „${who}“, und das ist niemand in diesem Ablauf. ${which === "The rule" ? "Die Regel" : "Dieser Teil"} bewirkt nichts.`,
  ],
  [/^Leave (.+) out$/su, (who) => `„${who}“ weglassen`],
  [/^Remove rule (\d+)$/u, (one) => `Regel ${one} entfernen`],
];
