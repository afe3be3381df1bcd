import type { Span } from "../views/view.ts";

export interface Figure extends Span {
  /** One spelling for every way to write the number: "1,299.00" and "1 299" are 1299. */
  readonly value: string;
}

const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];
/** Digits with the marks that group them, each mark between two digits. */
const written = /\d{1,40}(?:[.,'’\u00a0\u202f ](?=\d)\d{1,40}){0,12}/gu;

/** Digits of other scripts as ASCII ones, unit for unit. */
export function plainDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\uff10-\uff19]/gu, (digit) => {
    const code = digit.charCodeAt(0);
    return String(code - (zeros.find((zero) => code >= zero && code < zero + 10) ?? code));
  });
}

/** Every number that a text writes in digits. What groups cannot belong to one number is read as several. */
export function figuresOf(text: string): readonly Figure[] {
  const figures: Figure[] = [];
  for (const { 0: match, index } of text.matchAll(written)) {
    if (isOne(match)) figures.push({ value: valueOf(match), start: index, end: index + match.length });
    else
      for (const part of match.matchAll(/\d+/gu)) {
        const start = index + part.index;
        figures.push({ value: trimZeros(part[0]), start, end: start + part[0].length });
      }
  }
  return figures;
}

/** Groups of three, and at most one decimal part at the end. */
function isOne(match: string): boolean {
  return /^(?:\d+|\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?|\d+[.,]\d+)$/u.test(match);
}

function valueOf(match: string): string {
  const decimal = /[.,](\d{1,2})$/u.exec(match);
  const isDecimal = decimal !== null || (/^\d+[.,]\d+$/u.test(match) && !/^\d{1,3}[.,]\d{3}$/u.test(match));
  const cut = isDecimal ? Math.max(match.lastIndexOf("."), match.lastIndexOf(",")) : match.length;
  const whole = trimZeros(match.slice(0, cut).replace(/\D/gu, ""));
  const part = match.slice(cut + 1).replace(/0+$/u, "");
  return part === "" ? whole : `${whole}.${part}`;
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/u, "");
}

/** Number words of some languages, without accents; one and its like are articles, too, and left out. */
const named: Readonly<Record<string, string>> = {
  2: "two zwei deux dos due dois duas twee dwa tva два",
  3: "three drei trois tres tre drie trzy три",
  4: "four vier quatre cuatro quattro quatro cztery fyra четыре",
  5: "five funf cinq cinco cinque vijf piec fem пять",
  6: "six sechs seis sei zes szesc sex шесть",
  7: "seven sieben sept siete sette sete zeven siedem sju семь",
  8: "eight acht huit ocho otto oito osiem atta восемь",
  9: "nine neun neuf nueve nove negen dziewiec nio девять",
  10: "ten zehn dix diez dieci dez tien dziesiec tio десять",
  12: "twelve zwolf douze doce dodici doze twaalf dwanascie tolv",
  14: "fourteen vierzehn quatorze catorce quattordici catorze veertien czternascie fjorton",
  15: "fifteen funfzehn quinze quince quindici vijftien pietnascie femton",
  20: "twenty zwanzig vingt veinte venti vinte twintig dwadziescia tjugo двадцать",
  24: "vierundzwanzig vierentwintig",
  30: "thirty dreissig dreißig trente treinta trenta trinta dertig trzydziesci trettio тридцать",
  40: "forty vierzig quarante cuarenta quaranta quarenta veertig",
  50: "fifty funfzig cinquante cincuenta cinquanta cinquenta vijftig",
  60: "sixty sechzig soixante sesenta sessanta sessenta zestig",
  90: "ninety neunzig noventa novanta negentig",
  100: "hundred hundert cent cien cento cem honderd sto",
};
const valueOfWord = new Map(
  Object.entries(named).flatMap(([value, words]) => words.split(" ").map((word) => [word, value] as const)),
);

/** The number that a word names, for sources that write it out. */
export function namedFigure(word: string): string | undefined {
  return valueOfWord.get(word);
}
