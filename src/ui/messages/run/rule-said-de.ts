/**
 * A rule's title in German, from the sentence that was recorded; names of roles, tools and agents stay as the flow has them.
 * The forms are those of `ruleToSentence` and of the policies that are made from a rule.
 */

/** Undefined where one of its sentences has another form. */
export function ruleSaid(text: string): string | undefined {
  const said = text.split(/(?<=\.)\s+(?=\p{Lu})/u).map(sentenceSaid);
  return said.every((each) => each !== undefined) ? said.join(" ") : undefined;
}

type Form = readonly [RegExp, (...parts: string[]) => string];

const forms: readonly Form[] = [
  [/^The record must belong to the person who speaks\.$/u, () => "Der Datensatz muss der Person gehören, die spricht."],
  [/^It must go back to where it came from\.$/u, () => "Es muss dorthin zurückgehen, woher es kam."],
  [/^Never above (.+)\.$/u, (amount) => `Nie über ${amount}.`],
  [/^Only where (.+) is (.+)\.$/u, (argument, values) => `Nur wenn ${argument} ${either(values)} ist.`],
  [
    /^One permission covers (\d+) calls? within (\d+) s and ends with the answer\.$/u,
    (calls, seconds) =>
      `Eine Erlaubnis reicht für ${calls} ${calls === "1" ? "Aufruf" : "Aufrufe"} binnen ${seconds} s und endet mit der Antwort.`,
  ],
  [
    /^When who, what or how much comes from outside text, (.+) decides\.$/u,
    (who) => `Kommt Wer, Was oder Wie viel aus Text von außen, entscheidet ${person(who)}.`,
  ],
  [
    /^More often than (.+), (.+) decides\.$/u,
    (often, who) => `Öfter als ${frequency(often)} entscheidet ${person(who)}.`,
  ],
  [/^Above that, (.+) decides\.$/u, (who) => `Darüber entscheidet ${person(who)}.`],
  [/^After that, (.+) decides\.$/u, (who) => `Danach entscheidet ${person(who)}.`],
  [/^Above (.+?), (.+) decides\.$/u, (amount, who) => `Über ${amount} entscheidet ${person(who)}.`],
  [/^(An? .+|A person) decides about (.+)\.$/u, (who, tool) => `Über „${tool}“ entscheidet ${person(who)}.`],
  [
    /^(?:When (.+?) speaks, )?(.+?) may never (.+?)(?: where (.+) is (.+))?\.$/u,
    (speaker, agent, tool, argument, values) =>
      `${speaking(speaker)}${may(speaker, agent)} nie „${tool}“ benutzen${argument === "" ? "" : `, wenn ${argument} ${either(values)} ist`}.`,
  ],
  [
    /^(?:When (.+?) speaks, )?(.+?) may (.+?)(?: up to (.+?))? alone(?:, (.+))?\.$/u,
    (speaker, agent, tool, amount, often) =>
      `${speaking(speaker)}${may(speaker, agent)} „${tool}“ ${amount === "" ? "" : `bis ${amount} `}allein benutzen${often === "" ? "" : `, ${frequency(often)}`}.`,
  ],
  [
    /^(?:When (.+?) speaks, )?(.+?) may (.+?) after (.+?) approves(?:, at most (.+))?\.$/u,
    (speaker, agent, tool, who, often) =>
      `${speaking(speaker)}${may(speaker, agent)} „${tool}“ benutzen, wenn ${person(who)} es freigibt${often === "" ? "" : `, höchstens ${frequency(often)}`}.`,
  ],
];

function sentenceSaid(sentence: string): string | undefined {
  for (const [pattern, tell] of forms) {
    const found = pattern.exec(sentence);
    if (found !== null) return tell(...found.slice(1).map((part: string | undefined) => part ?? ""));
  }
  return undefined;
}

function speaking(speaker: string): string {
  return speaker === "" ? "" : `Spricht ${people(speaker)}, `;
}

/** The verb comes first after a clause that leads in. */
function may(speaker: string, agent: string): string {
  const name = agent === "The agent" ? "der Agent" : agent;
  if (speaker !== "") return `darf ${name}`;
  return `${name === "der Agent" ? "Der Agent" : name} darf`;
}

/** A role has no article of its own in German that fits each name. */
function person(who: string): string {
  return /^an? person$/iu.test(who) ? "ein Mensch" : `die Rolle „${who.replace(/^an? /iu, "")}“`;
}

function people(roles: string): string {
  return roles.split(" or ").map(person).join(" oder ");
}

function either(values: string): string {
  return values.replace(/ or (?!.* or )/su, " oder ");
}

const perWhat: Readonly<Record<string, string>> = { turn: "Nachricht", chat: "Gespräch" };

function frequency(often: string): string {
  return often.replace(
    /^(once|twice|(\d+) times) per (turn|chat)$/u,
    (_, times: string, count: string, per: string) => {
      const said = times === "once" ? "einmal" : times === "twice" ? "zweimal" : `${count}-mal`;
      return `${said} je ${perWhat[per] ?? per}`;
    },
  );
}
