/** Lower case, one form of each character, no accents and no invisible characters: how words are compared. */
export function plainWord(word: string): string {
  return word
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .replace(/[’ʼ`´]/gu, "'")
    .toLowerCase()
    .replaceAll("ß", "ss");
}
