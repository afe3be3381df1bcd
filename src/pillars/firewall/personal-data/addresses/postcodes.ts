/** Postcodes by their written form: Dutch, British, Canadian, Japanese, Swedish, Brazilian, and plain ones of 3 to 6 digits. */
const written =
  /(?:〒\s?)?(?:\d{4}\s?[A-Z]{2}(?![\p{L}\p{N}])|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])|[A-Z]\d[A-Z]\s?\d[A-Z]\d(?![\p{L}\p{N}])|(?:[A-Z]{1,2}-)?(?:\d{5}-\d{3,4}|\d{3}-\d{4}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}|\d{3,6})(?![\p{L}\p{N}]|[.,]\d))/uy;

/** Where the postcode that begins at `at` ends. */
export function endOfPostcode(text: string, at: number): number | undefined {
  written.lastIndex = at;
  const found = written.exec(text);
  return found === null ? undefined : at + found[0].length;
}

/** Forms that by themselves are postcodes: "SW1A 1AA", "K1A 0B1", "1012 AB Amsterdam", "Springfield, IL 62704", "〒100-0001". */
const telling =
  /(?<![\p{L}\p{N}-])(?:(?:AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}|[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d|[1-9]\d{3} [A-Z]{2}(?= \p{Lu}\p{Ll})|(?:\p{Lu}[\p{L}'.-]{1,20} ){0,2}\p{Lu}[\p{L}'.-]{1,20}, ?(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AVIY]) \d{5}(?:-\d{4})?|〒\s?\d{3}-\d{4})(?![\p{L}\p{N}-])/gu;

export function* findTellingPostcodes(text: string): Generator<{ start: number; end: number }> {
  for (const match of text.matchAll(telling)) yield { start: match.index, end: match.index + match[0].length };
}
