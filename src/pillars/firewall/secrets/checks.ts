/**
 * What a format says about its own values beyond their look. "proved": only the issuer's arithmetic gives such a value;
 * "refuted": no issued value is like that; "doubtful": the checksum is wrong, by the published description of it.
 */
type Outcome = "proved" | "plausible" | "doubtful" | "refuted";

export const base62Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
export const bech32Digits = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";

const checks = {
  /**
   * The last 6 of 36 characters are the CRC-32 of the first 30 in base 62; published by GitHub in 2021 for tokens of this
   * length, and by npm for its own. Longer tokens have come since, so a wrong sum only makes the value doubtful.
   */
  crcBase62: (value) => {
    const random = value.slice(value.lastIndexOf("_") + 1);
    if (random.length !== 36) return "plausible";
    return toDigits(crc32(random.slice(0, 30)), base62Digits).padStart(6, "0") === random.slice(30)
      ? "proved"
      : "doubtful";
  },
  /** GitLab's routable tokens end in the CRC-32 of everything before it, prefix included, as 7 digits in base 36. */
  gitlabRoutable: (value) =>
    crc32(value.slice(0, -7)).toString(36).padStart(7, "0") === value.slice(-7) ? "proved" : "doubtful",
  /** Bech32 (BIP 173) over the part before the last `1` and the data. */
  bech32: (value) => (isBech32(value.toLowerCase()) ? "proved" : "doubtful"),
  /** RFC 7515: the first part is base64url of a JSON object that names an algorithm. */
  jwt: (value) => (namesAlgorithm(value.slice(0, value.indexOf("."))) ? "proved" : "refuted"),
  /** Grafana's old keys are base64 of an object with the key, a name and an organisation. */
  grafanaKey: (value) => (/^\{"k":"\w{8,64}","n":/u.test(fromBase64(value) ?? "") ? "proved" : "doubtful"),
  /** Letters alone are a method call, `s.AcceptanceTimeoutSeconds`; tokens drawn from 62 characters have digits too. */
  hasDigitAndLetter: (value) => {
    const drawn = value.slice(value.indexOf(".") + 1);
    return /\d/u.test(drawn) && /[a-z]/iu.test(drawn) ? "plausible" : "refuted";
  },
  /** A name in code, `hf_requestHeaders`, has capitals only where words begin. */
  isNoIdentifier: (value) =>
    /^[a-z]{2,12}(?:[A-Z][a-z]{2,11}){2,}$/u.test(value.slice(value.lastIndexOf("_") + 1)) ? "refuted" : "plausible",
} as const satisfies Readonly<Record<string, (value: string) => Outcome>>;

export type CheckName = keyof typeof checks;

export function runCheck(name: CheckName, value: string): Outcome {
  return checks[name](value);
}

/** CRC-32 as in ISO 3309 (polynomial 04C11DB7, reflected). */
export function crc32(text: string): number {
  let remainder = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    remainder ^= text.charCodeAt(index) & 0xff;
    for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ ((remainder & 1) === 1 ? 0xedb88320 : 0);
  }
  return ~remainder >>> 0;
}

export function toDigits(number: number, digits: string): string {
  let rest = number;
  let text = "";
  while (rest > 0) {
    text = digits.charAt(rest % digits.length) + text;
    rest = Math.floor(rest / digits.length);
  }
  return text;
}

function isBech32(text: string): boolean {
  return bech32Sum(bech32Values(text)) === 1;
}

/** The digits of a Bech32 text, in small letters, behind its prefix as BIP 173 expands it. */
export function bech32Values(text: string): number[] {
  const split = text.lastIndexOf("1");
  const data = [...text.slice(split + 1)].map((digit) => bech32Digits.indexOf(digit));
  const prefix = [...text.slice(0, split)].map((character) => character.charCodeAt(0));
  return [...prefix.map((code) => code >> 5), 0, ...prefix.map((code) => code & 31), ...data];
}

/** The polynomial remainder of BIP 173; 1 for a valid text. */
export function bech32Sum(values: readonly number[]): number {
  const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let sum = 1;
  for (const value of values) {
    const top = sum >> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ value;
    for (const [bit, part] of generator.entries()) if (((top >> bit) & 1) === 1) sum ^= part;
  }
  return sum;
}

function namesAlgorithm(part: string): boolean {
  const header = fromBase64(part) ?? "";
  return header.startsWith("{") && header.endsWith("}") && /"(?:alg|enc)"\s{0,8}:\s{0,8}"/u.test(header);
}

/** Base64 in either alphabet, padded or not, as text of one unit a byte. */
export function fromBase64(text: string): string | undefined {
  const standard = text.replace(/=+$/u, "").replaceAll("-", "+").replaceAll("_", "/");
  if (standard.length % 4 === 1) return undefined;
  try {
    return atob(standard);
  } catch {
    return undefined;
  }
}
