import fc from "fast-check";
import { base62Digits, bech32Digits, bech32Sum, bech32Values, crc32, toDigits } from "./checks.ts";
import type { CheckName } from "./checks.ts";
import type { Form } from "./form.ts";
import type { IssuedKind, NamedKind } from "./kind.ts";

/** Secrets as an issuer would draw them: evenly, and with the checksum that the kind asks for. */
export function secretsOf(kind: IssuedKind | NamedKind, forms: readonly Form[] = kind.forms): fc.Arbitrary<string> {
  const drawn = fc.oneof(...forms.map(drawnFrom));
  const check = "check" in kind ? kind.check : undefined;
  const secrets = check === undefined ? drawn : drawn.map(completions[check]);
  // A full stop at the end is read as the sentence's.
  return fc.noBias(secrets.filter((secret) => !secret.endsWith(".")));
}

/** What documentation shows in place of a secret: the form filled with one character. */
export function placeholderOf({ parts }: Form): string {
  return parts
    .map((part) => {
      if ("words" in part) return part.words[0] ?? "";
      const characters = charactersIn(part.characters);
      return (["x", "X"].find((filling) => characters.includes(filling)) ?? characters[0] ?? "").repeat(part.least);
    })
    .join("");
}

/** Any text of the form. */
function drawnFrom({ parts }: Form): fc.Arbitrary<string> {
  const pieces = parts.map((part) => {
    if ("words" in part) return fc.constantFrom(...part.words);
    // Issuers keep to few lengths, and the longest that a form allows tell no more than the next.
    const maxLength = Math.min(part.most, part.least + 8);
    const unit = fc.constantFrom(...charactersIn(part.characters));
    return fc.string({ unit, minLength: part.least, maxLength, size: "max" });
  });
  return fc.tuple(...pieces).map((texts) => texts.join(""));
}

function charactersIn(classBody: string): string[] {
  const one = new RegExp(`[${classBody}]`, "u");
  const printable = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index));
  return printable.filter((character) => one.test(character));
}

/** What makes drawn characters pass a check; those that all but few drawn values pass are left alone. */
const completions: Readonly<Record<CheckName, (value: string) => string>> = {
  crcBase62: (value) => {
    const random = value.slice(value.lastIndexOf("_") + 1);
    if (random.length !== 36) return value;
    return value.slice(0, -6) + toDigits(crc32(random.slice(0, 30)), base62Digits).padStart(6, "0");
  },
  gitlabRoutable: (value) => value.slice(0, -7) + crc32(value.slice(0, -7)).toString(36).padStart(7, "0"),
  bech32: (value) => {
    const sum = bech32Sum([...bech32Values(value.slice(0, -6).toLowerCase()), 0, 0, 0, 0, 0, 0]) ^ 1;
    const digits = [25, 20, 15, 10, 5, 0].map((shift) => bech32Digits.charAt((sum >> shift) & 31)).join("");
    return value.slice(0, -6) + (value === value.toUpperCase() ? digits.toUpperCase() : digits);
  },
  jwt: (value) => encoded('{"alg":"HS256","typ":"JWT"}') + value.slice(value.indexOf(".")),
  grafanaKey: (value) => encoded(`{"k":"${value.slice(9, 41).replaceAll(/\W/gu, "0")}","n":"ci","id":1}`),
  hasDigitAndLetter: (value) => value,
  isNoIdentifier: (value) => value,
};

function encoded(text: string): string {
  return btoa(text).replace(/=+$/u, "");
}
