/** A verifier's note in German, from the one that it made; what has another form stays as it is. */
export function germanNote(message: string): string {
  for (const [pattern, tell] of forms) {
    const found = pattern.exec(message);
    if (found !== null) return tell(...found.slice(1).map((part: string | undefined) => part ?? ""));
  }
  return message;
}

const forms: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [
    /^At step (\d+), the decision is not signed by the person who made it\.$/u,
    (step) => `Bei Schritt ${step} hat die Entscheidung nicht unterschrieben, wer sie traf.`,
  ],
  [
    /^At step (\d+), (.+) signed with another key than at step (\d+)\.$/su,
    (step, name, before) =>
      `Bei Schritt ${step} hat ${name} mit einem anderen Schlüssel unterschrieben als bei Schritt ${before}.`,
  ],
  [
    /^At step (\d+), the key under the name (.+) is not the one that you know\.$/su,
    (step, name) => `Bei Schritt ${step} ist der Schlüssel unter dem Namen ${name} nicht der, den Sie kennen.`,
  ],
  [
    /^At step (\d+), the clock of the device that recorded went back by (\d+) s(?:, and at (\d+) later steps again)?\. .+$/su,
    (step, seconds, again) =>
      `Bei Schritt ${step} ging die Uhr des Geräts, das aufzeichnete, um ${seconds} s zurück${again === "" ? "" : `, und bei ${again} späteren Schritten wieder`}. Die Reihenfolge der Schritte ist die der Uhr des Laufs.`,
  ],
];
