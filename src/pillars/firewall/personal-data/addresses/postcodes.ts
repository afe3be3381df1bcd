/** Postcodes by their written form: Dutch, British, Canadian, Japanese, Swedish, Brazilian, and plain ones of 3 to 6 digits. */
const written =
  /(?:〒\s?)?(?:\d{4}\s?[A-Z]{2}(?![\p{L}\p{N}])|[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}(?![\p{L}\p{N}])|[A-Z]\d[A-Z]\s?\d[A-Z]\d(?![\p{L}\p{N}])|(?:[A-Z]{1,2}-)?(?:\d{5}-\d{3,4}|\d{3}-\d{4}|\d{2}-\d{3}|\d{4}-\d{3}|\d{3} \d{2}|\d{3,6})(?![\p{L}\p{N}]|[.,]\d))/uy;

/** Where the postcode that begins at `at` ends. */
export function endOfPostcode(text: string, at: number): number | undefined {
  written.lastIndex = at;
  const found = written.exec(text);
  return found === null ? undefined : at + found[0].length;
}

/** Areas of British postcodes. */
const british =
  /(?:AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}(?![\p{L}\p{N}-])/uy;
const canadian = /[ABCEGHJ-NPRSTVXY]\d[A-Z] \d[A-Z]\d(?![\p{L}\p{N}-])/uy;
const dutch = /[1-9]\d{3} [A-Z]{2}(?= \p{Lu}\p{Ll})/uy;

/** Where a postcode that could hardly be anything else ends, if one begins at `at`: "SW1A 1AA", "K1A 0B1", "1012 AB Delft". */
export function endOfTellingPostcode(text: string, at: number): number | undefined {
  for (const form of [british, canadian, dutch]) {
    form.lastIndex = at;
    const found = form.exec(text);
    if (found !== null) return at + found[0].length;
  }
  return undefined;
}

/** States and territories of the USA, by which "Springfield, IL 62704" is known. */
export const states =
  /^(?:A[LKZR]|C[AOT]|D[CE]|FL|GA|HI|I[DLNA]|K[SY]|LA|M[EDAINSOT]|N[EVHJMYCD]|O[HKR]|P[AR]|RI|S[CD]|T[NX]|UT|V[AT]|W[AVIY])$/u;
