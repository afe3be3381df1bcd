/** Letters for letters: what each of them makes of a text. */
export function shift(text: string, places: number): string {
  return text.replace(/[a-z]/giu, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + places + 26) % 26) + base);
  });
}

/** The alphabet from its end. */
export function mirror(text: string): string {
  return text.replace(/[a-z]/giu, (letter) => {
    const base = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(base + 25 - (letter.charCodeAt(0) - base));
  });
}

/** ROT47: the 94 visible characters of ASCII turned by half. */
export function turnVisible(text: string): string {
  return text.replace(/[!-~]/gu, (character) => String.fromCharCode(((character.charCodeAt(0) - 33 + 47) % 94) + 33));
}

export function backwards(text: string): string {
  return Array.from(text).toReversed().join("");
}

/** The spellings of a word in pig latin. */
export function pigLatin(word: string): string[] {
  const head = /^(?:qu|[^aeiouy]+|y(?=[aeiou]))+/u.exec(word)?.[0] ?? "";
  if (head === "") return [`${word}way`, `${word}yay`, `${word}ay`, `${word}hay`];
  return [`${word.slice(head.length)}${head}ay`];
}
