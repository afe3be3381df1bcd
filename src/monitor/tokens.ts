/** A provider's figure in whole tokens. One that cannot be is no way around a limit: it counts as a token a character. */
export function tokens(figure: number, characters: number): number {
  const whole = Math.ceil(figure);
  return Number.isSafeInteger(whole) && whole >= 0 ? whole : characters;
}
