/** Recognisers of the values that people and texts write: money, addresses, ids, reasons. Each is pure and takes plain text. */

export interface Money {
  readonly amount: number;
  readonly currency: string | undefined;
}

const symbols: Readonly<Record<string, string>> = {
  "€": "EUR",
  $: "USD",
  "£": "GBP",
  euro: "EUR",
  euros: "EUR",
  dollar: "USD",
  dollars: "USD",
  pounds: "GBP",
  bucks: "USD",
  quid: "GBP",
};
const figure = String.raw`\d{1,3}(?:[.,' \u00a0]\d{3}){1,5}(?:[.,]\d{1,2})?(?!\d)|\d{1,15}(?:[.,]\d{1,2})?(?!\d)`;
const unit = String.raw`€|\$|£|\b(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds|bucks|quid)\b`;
const moneyForm = new RegExp(
  String.raw`(?<before>${unit})\s?(?<figureAfter>${figure})|(?<![\w.,])(?<figureBefore>${figure})\s?(?<after>${unit})`,
  "giu",
);

/** Amounts with a currency, in order: "40 EUR", "€40", "40,00 €", "4,800.00 EUR". */
export function money(text: string): Money[] {
  return Array.from(text.matchAll(moneyForm), ({ groups }) => {
    const written = groups?.["before"] ?? groups?.["after"] ?? "";
    const currency = symbols[written.toLowerCase()] ?? written.toUpperCase();
    return { amount: parseFigure(groups?.["figureAfter"] ?? groups?.["figureBefore"] ?? ""), currency };
  });
}

/** Numbers that stand alone: not the 1001 of A1001, nor parts of a card or phone number, nor a time span. */
export function numbers(text: string): number[] {
  const long = /⟦[^⟧]*⟧|\+?\d(?:[ -]?\d){8,30}/g;
  const alone = new RegExp(
    String.raw`(?<![\p{L}\p{N}.,#-])(?:${figure})(?![\p{L}\p{N}]|\s*(?:%|days?\b|hours?\b|weeks?\b|months?\b|years?\b|minutes?\b|pieces\b|times\b))`,
    "giu",
  );
  return Array.from(text.replace(long, " ").matchAll(alone), ([found]) => parseFigure(found));
}

/** The last `.` or `,` with one or two digits after it is the decimal mark; all others group thousands. */
export function parseFigure(written: string): number {
  const decimals = /[.,](\d{1,2})$/.exec(written);
  const whole = (decimals ? written.slice(0, decimals.index) : written).replace(/\D/g, "");
  return Number(decimals ? `${whole}.${decimals[1] ?? ""}` : whole);
}

/** Addresses, or the placeholders that stand for hidden ones: ⟦email 1⟧. */
export function emails(text: string): string[] {
  return text.match(/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}|⟦e-?mail[^⟦⟧]{1,60}⟧/gu) ?? [];
}

export function dates(text: string): string[] {
  return text.match(/\b\d{4}-\d{2}-\d{2}\b/g) ?? [];
}

/** Account numbers in the form of ISO 13616, spaces removed, or the placeholders that stand for hidden ones. */
export function ibans(text: string): string[] {
  const written =
    /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b|⟦(?:iban|[a-z -]{0,20}account)[^⟦⟧]{1,60}⟧/g;
  return (text.match(written) ?? []).map((iban) => (iban.startsWith("⟦") ? iban : iban.replaceAll(" ", "")));
}

/** Codes made of letters and digits, in capitals: order numbers, ticket numbers. */
export function codes(text: string): string[] {
  return Array.from(
    text.matchAll(
      /(?<![\p{L}\p{N}])#?(?=[\p{L}-]{0,40}\d)(?=\d{0,40}[\p{L}-]|\d{3})([\p{L}\p{N}]{1,40}(?:-[\p{L}\p{N}]{1,40}){0,6})(?![\p{L}\p{N}@])/gu,
    ),
    ([, code]) => (code ?? "").toUpperCase(),
  );
}

export function quoted(text: string): string | undefined {
  return /["“”«]([^"“”«»]{2,})["“”»]/u.exec(text)?.[1]?.trim();
}

const trouble =
  /\b(?:broken|broke|damaged|defective|faulty|wrong|late|missing|too (?:small|big|large|short|long|tight)|does(?:n['’]?t| not) (?:fit|work)|never (?:came|arrived)|not (?:working|as described)|cracked|scratched|torn|changed my mind|do(?:n['’]?t| not) (?:like|want|need))\b/i;

/** Why someone asks: what follows "because", or the sentence that tells of trouble. */
export function reason(text: string): string | undefined {
  const given = /\b(?:because(?: of)?|since|due to|reason(?: is|:))\s+(.+?)(?:[.!?](?:\s|$)|\n|$)/is.exec(text)?.[1];
  if (given) return given.trim();
  return text
    .split(/(?<=[.!?])\s+|\n|[,;]\s+/)
    .map((sentence) => sentence.trim())
    .find((sentence) => trouble.test(sentence))
    ?.replace(/[.!?]+$/, "");
}
