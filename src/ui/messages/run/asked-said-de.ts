/** Why a person is asked, in German, where no rule of the flow says it: gates, doubts about values, calls beyond the request. */
export function askedSaid(sentence: string): string | undefined {
  const known = Object.hasOwn(sentences, sentence) ? sentences[sentence] : undefined;
  if (known !== undefined) return known;
  for (const [pattern, tell] of forms) {
    const found = pattern.exec(sentence);
    if (found !== null) return tell(...found.slice(1).map((part: string | undefined) => part ?? ""));
  }
  return undefined;
}

const sentences: Readonly<Record<string, string>> = {
  "A rule allows this.": "Eine Regel erlaubt das.",
  "A person decides.": "Ein Mensch entscheidet.",
  "The approval gate in the flow asks a person.": "Die Freigabe im Ablauf fragt einen Menschen.",
  "Outside text decided that this is done at all, so a person decides.":
    "Dass dies überhaupt geschieht, hat Text von außen bestimmt, darum entscheidet ein Mensch.",
  "Who, what or how much comes from outside text, so a person decides.":
    "Wer, Was oder Wie viel kommt aus Text von außen, darum entscheidet ein Mensch.",
  "It contains something from outside text, so a person decides.":
    "Es enthält etwas aus Text von außen, darum entscheidet ein Mensch.",
  "Text from outside had a part in this, so a person decides.":
    "Text von außen hatte daran Anteil, darum entscheidet ein Mensch.",
  "The condition of the gate cannot be decided for this call, so a person decides.":
    "Ob die Bedingung der Freigabe für diesen Aufruf gilt, lässt sich nicht sagen, darum entscheidet ein Mensch.",
  "The condition of the gate holds for this call, so a person decides.":
    "Die Bedingung der Freigabe gilt für diesen Aufruf, darum entscheidet ein Mensch.",
  "Where the arguments came from could not be checked.": "Woher die Angaben kommen, ließ sich nicht prüfen.",
  "Nothing in the request asks for this.": "Nichts in der Anfrage verlangt das.",
  "The request hands over work that is written elsewhere, and does not say this itself.":
    "Die Anfrage gibt Arbeit weiter, die anderswo steht, und sagt dies nicht selbst.",
  "A call like this was interrupted before, and may have been made.":
    "Ein solcher Aufruf wurde schon einmal unterbrochen und ist vielleicht geschehen.",
  "The call was interrupted in the middle, so it is not known whether it was made. Approve to call again, deny to leave it out, or change the values to what the call had answered.":
    "Der Aufruf wurde mittendrin unterbrochen, daher ist nicht bekannt, ob er geschah. Freigeben ruft noch einmal auf, Ablehnen lässt ihn aus, oder Sie ändern die Werte in das, was der Aufruf geantwortet hatte.",
};

type Form = readonly [RegExp, (...parts: string[]) => string];

const carriers: Readonly<Record<string, string>> = {
  "the link": "den Link",
  "the address": "die Adresse",
  "the number": "die Nummer",
};

const forms: readonly Form[] = [
  [
    /^A person decides about every use of (.+)\.$/su,
    (tool) => `Über jede Benutzung von „${tool}“ entscheidet ein Mensch.`,
  ],
  [
    /^(.+) is a risky tool, so a person decides\.$/su,
    (tool) => `„${tool}“ ist ein heikles Werkzeug, darum entscheidet ein Mensch.`,
  ],
  [
    /^Earlier chats cannot be read, so this target counts as new to (.+) and a person decides\.$/su,
    (tool) =>
      `Frühere Gespräche lassen sich nicht lesen, darum gilt dieses Ziel für „${tool}“ als neu, und ein Mensch entscheidet.`,
  ],
  [
    /^(.+) is used for this target for the first time, so a person decides\.$/su,
    (tool) => `„${tool}“ wird für dieses Ziel zum ersten Mal benutzt, darum entscheidet ein Mensch.`,
  ],
  [
    /^The amount in (.+) cannot be read, so a person decides\.$/su,
    (currency) => `Der Betrag in ${currency} ist nicht lesbar, darum entscheidet ein Mensch.`,
  ],
  [/^Above (.+) a person decides\.$/su, (amount) => `Über ${amount} entscheidet ein Mensch.`],
  [/^“(.+)” comes from text from outside\.$/su, (name) => `„${name}“ kommt aus Text von außen.`],
  [
    /^“(.+)” comes from (.+), which has several records or was not chosen by words you trust\.$/su,
    (name, source) =>
      `„${name}“ kommt aus ${source}; davon gibt es mehrere Datensätze, oder kein vertrautes Wort hat ihn gewählt.`,
  ],
  [/^“(.+)” was made up by the agent\.$/su, (name) => `„${name}“ hat sich der Agent ausgedacht.`],
  [/^Where “(.+)” came from is not known\.$/su, (name) => `Woher „${name}“ kommt, ist nicht bekannt.`],
  [
    /^“(.+)” is switched on, and nobody you trust asked for it\.$/su,
    (name) => `„${name}“ ist eingeschaltet, und niemand, dem Sie vertrauen, hat es verlangt.`,
  ],
  [
    /^“(.+?)” contains (the link|the address|the number) (.+), which nobody you trust gave\.$/su,
    (name, kind, text) => `„${name}“ enthält ${carriers[kind]} ${text}; niemand, dem Sie vertrauen, hat sie genannt.`,
  ],
  [
    /^“(.+?)” and “(.+?)” make (the link|the address|the number) (.+) together, which nobody you trust gave\.$/su,
    (one, other, kind, text) =>
      `„${one}“ und „${other}“ ergeben zusammen ${carriers[kind]} ${text}; niemand, dem Sie vertrauen, hat sie genannt.`,
  ],
  [
    /^The request asks for this (once|(\d+) times), and this is once more\.$/su,
    (times, count) =>
      `Die Anfrage verlangt dies ${times === "once" ? "einmal" : `${count}-mal`}, und dies ist einmal mehr.`,
  ],
  [
    /^The request asks for this for (.+), not for anybody else\.$/su,
    (names) =>
      `Die Anfrage verlangt dies für ${names
        .replaceAll("“", "„")
        .replaceAll("”", "“")
        .replace(/ or (?!.* or )/su, " oder ")
        .replace(/ and others$/u, " und andere")}, für niemanden sonst.`,
  ],
  [
    /^Nobody decided in time, so it was denied\.$/u,
    () => "Niemand hat rechtzeitig entschieden, darum wurde es abgelehnt.",
  ],
  [/^(.+?) denied it\.$/su, (name) => `${name} hat es abgelehnt.`],
  [/^(.+?) denied it: (.+)$/su, (name, comment) => `${name} hat es abgelehnt: ${comment}`],
];
