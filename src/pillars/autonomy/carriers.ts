import { folded } from "./tokens.ts";

/** Something in a text that can carry data or money elsewhere. */
export interface Carrier {
  readonly kind: "link" | "address" | "account";
  /** As it is compared: lower case, without invisible characters. */
  readonly text: string;
}

/** What ends a link or an address in running text. */
const stop = String.raw`\s<>"'()[\]{}`;
const label = String.raw`[\p{L}\p{N}][\p{L}\p{N}_-]*`;

/**
 * In the order they are taken out of the text. Every repetition starts at a border or is bounded, so that hostile text
 * costs linear time.
 */
const patterns: readonly (readonly [Carrier["kind"], RegExp])[] = [
  ["link", new RegExp(String.raw`[a-z][a-z0-9+.-]{0,20}:(?:\/\/|\\\\)[^${stop}]+`, "gu")],
  ["link", new RegExp(String.raw`(?<![^${stop}=])\/\/[^${stop}]+`, "gu")],
  ["address", new RegExp(`(?<![^${stop},;:])[^${stop},;:]+@[^${stop},;:@]+`, "gu")],
  ["link", new RegExp(`(?:hxxps?|data|javascript|mailto|tel|sms|file):[^${stop}]+`, "gu")],
  [
    "link",
    new RegExp(
      String.raw`(?<![\p{L}\p{N}._-])[._-]*(?:${label}\.)+(?:xn--[a-z0-9-]{2,60}|\p{L}{2,63})(?![\p{L}\p{N}])(?:[:/?#][^${stop}]*)?`,
      "gu",
    ),
  ],
  ["link", new RegExp(String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])(?:[:/][^${stop}]*)?`, "gu")],
  [
    "account",
    /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[a-z0-9]{11,30}|(?:[ -](?=[a-z]*\d)[a-z0-9]{4}){2,7}(?:[ -](?=[a-z]*\d)[a-z0-9]{1,4})?)(?![\p{L}\p{N}])/gu,
  ],
  // A wallet, a key, or something in base64: long, in one piece, with figures among the letters.
  ["account", /(?<![\p{L}\p{N}])(?=[a-z]{0,40}\d)(?=\d{0,40}[a-z])[a-z0-9]{26,}(?![\p{L}\p{N}])/gu],
  ["account", /(?<![\p{L}\p{N}-])\d{3}-\d{4}(?![\p{L}\p{N}-])/gu],
  ["account", /(?<![\p{L}\p{N}])\+?\d(?:[ ./()-]{0,2}\d){7,}(?![\p{L}\p{N}])/gu],
];

/** "evil[.]example" is read as a link by people, and by some programs. */
const hiddenDot = /[[(](?:\.|dot)[\])]|(?<=[a-z0-9])\u3002(?=[a-z0-9])/gu;

/** "Evil dot example slash login": said as people say it, where it ends like a host or goes on like a path. */
const spokenHost =
  /(?<![\p{L}\p{N}._-])[\p{L}\p{N}_-]{1,63}(?: (?:dot|punkt|point|punto|ponto|punt) [\p{L}\p{N}-]{1,63}){1,6}(?: (?:slash|schrägstrich|barre|barra) [\p{L}\p{N}_-]{1,63}){0,6}(?![\p{L}\p{N}])/gu;
const hostEnd =
  /(?:slash|schrägstrich|barre|barra) | (?:com|net|org|info|biz|io|ai|co|app|dev|me|tv|xyz|online|site|shop|store|top|live|eu|uk|us|de|at|ch|fr|es|it|pt|br|nl|be|pl|ru|cn|in|example|test)$/u;

function written(spoken: string): string {
  if (!hostEnd.test(spoken)) return spoken;
  return spoken
    .replace(/ (?:dot|punkt|point|punto|ponto|punt) /gu, ".")
    .replace(/ (?:slash|schrägstrich|barre|barra) /gu, "/");
}

/** What makes a link or an address, written in percent signs. */
const encoded: ReadonlyMap<string, string> = new Map([
  ["2e", "."],
  ["3a", ":"],
  ["2f", "/"],
  ["40", "@"],
]);

function decoded(text: string): string {
  return text.replace(/%(?:25){0,3}(2e|3a|2f|40)/gu, (whole, code: string) => encoded.get(code) ?? whole);
}

/** Dates are long digits too, and no accounts. */
const dates = /(?<!\d)(?:(?:19|20)\d\d-\d\d-\d\d(?:t\d\d:\d\d[\d:.]*z?)?|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d)(?!\d)/gu;

/**
 * The links, addresses and account-like numbers in a text: anything a mail program might make clickable, e-mail addresses,
 * IBANs, wallets and keys, and runs of eight or more digits (cards, phones). Written to find too much rather than too little.
 */
export function carriersIn(text: string): readonly Carrier[] {
  let rest = decoded(folded(text)).replace(hiddenDot, ".").replace(spokenHost, written);
  const found = new Map<string, Carrier>();
  for (const [kind, pattern] of patterns) {
    // Only here: inside a link a date is part of the link.
    if (kind === "account") rest = rest.replace(dates, " | ");
    rest = rest.replace(pattern, (match) => {
      const carrier = { kind, text: match.replace(/[.,;:!?*_~]{1,20}$/u, "") };
      found.set(carrier.text, carrier);
      return " | ";
    });
  }
  return [...found.values()];
}
