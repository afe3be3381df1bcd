import type { PersonalDatum } from "./datum.ts";
import type { PersonalDataKind } from "./kinds.ts";

/** What only the words before it make personal. The value is the first group. */
const introduced: readonly { readonly kind: PersonalDataKind; readonly score: number; readonly pattern: RegExp }[] = [
  {
    kind: "birth-date",
    score: 0.85,
    pattern:
      /\b(?:date of birth|birth ?date|birthday|born(?: on)?|d\.?o\.?b\.?|geburtsdatum|geboren(?: am)?|date de naissance|né(?:e)? le|fecha de nacimiento|nacid[oa] el|data di nascita|data de nascimento|geboortedatum|생년월일)[\s:=]{1,4}(?:is |on |am |the )?(\d{1,4}[-/. ](?:\d{1,2}|\p{L}{3,10})[-/. ,]{1,2}\d{1,4}|\p{L}{3,10} \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?\.? \p{L}{3,10},? \d{4})/giu,
  },
  {
    kind: "name",
    score: 0.7,
    pattern:
      /\b(?:[Mm]y name is|[Nn]ame is|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m'appelle|[Mm]e llamo|[Mm]i chiamo|[Mm]eu nome é|[Ff]ull name:|[Cc]ustomer name:|[Nn]ame:)\s{1,3}(\p{Lu}[\p{L}'’.-]{1,30}(?: \p{Lu}[\p{L}'’.-]{0,30}){0,3})/gu,
  },
];

/** Dates of birth and names, where the text introduces them as such. */
export function* findByContext(text: string): Generator<PersonalDatum> {
  for (const { kind, score, pattern } of introduced) {
    for (const match of text.matchAll(pattern)) {
      const value = (match[1] ?? "").trimEnd();
      const start = match.index + match[0].length - (match[1] ?? "").length;
      yield { kind, score, start, end: start + value.length };
    }
  }
}
