/** Check digits as the issuing bodies define them. Every function takes a bare string without separators. */

/** ISO/IEC 7812 (payment cards). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digitAt(digits, digits.length - 1 - at);
    sum += at % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2;
  }
  return sum % 10 === 0;
}

/** ISO 7064 MOD 97-10 over letters and digits, as IBANs use it (ISO 13616): remainder 1. */
export function passesMod97(text: string): boolean {
  const rotated = text.slice(4) + text.slice(0, 4);
  let remainder = 0;
  for (const character of rotated.toUpperCase()) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}

/** The sum of digits times weights, weights applied from the left. */
export function weightedSum(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * digitAt(digits, at), 0);
}

/** The digit at `at` against the weighted sum of the digits before it, subtracted from the modulus as many offices do. */
export function passesWeighted(
  digits: string,
  weights: readonly number[],
  modulus: number,
  at = weights.length,
): boolean {
  return (modulus - (weightedSum(digits, weights) % modulus)) % modulus === digitAt(digits, at);
}

/** ISO 7064 MOD 11,10 (German tax number, Croatian OIB). */
export function passesMod11And10(digits: string): boolean {
  let product = 10;
  for (let at = 0; at < digits.length - 1; at++) {
    const sum = (digitAt(digits, at) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digitAt(digits, digits.length - 1);
}

/** Verhoeff's scheme over the dihedral group D5 (Aadhaar). */
export function passesVerhoeff(digits: string): boolean {
  let check = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = permuted(digitAt(digits, digits.length - 1 - at), at % 8);
    check = multiplied(check, digit);
  }
  return check === 0;
}

export function digitAt(digits: string, at: number): number {
  return digits.charCodeAt(at) - 48;
}

/** Multiplication in D5: rotations are 0..4, reflections 5..9. */
function multiplied(a: number, b: number): number {
  if (a < 5) return b < 5 ? (a + b) % 5 : 5 + ((a + b) % 5);
  return b < 5 ? 5 + ((((a - b) % 5) + 5) % 5) : (a - b + 5) % 5;
}

/** The permutation (1 5 8 9 4 2 7 0)(3 6) applied `times` times. */
function permuted(digit: number, times: number): number {
  const permutation = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
  let result = digit;
  for (let at = 0; at < times; at++) result = permutation[result] ?? 0;
  return result;
}
