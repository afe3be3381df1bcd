import type { PersonalDatum } from "./datum.ts";

/** Words that say a date is somebody's birthday. */
const born =
  /date of birth|birth ?da(?:te|y)|\bborn\b|\bd\.?o\.?b\b\.?|geburtsdatum|geburtstag|\bgeb\.|geboren|date de naissance|\bnée? le|fecha de nacimiento|nacid[oa] el|data di nascita|\bnat[oa] il|data de nascimento|nascid[oa] em|geboortedatum|data urodzenia|urodzon[ya]|\bur\.|doğum tarihi|syntymäaika|fødselsdato|födelsedatum|дата рождения|родил\w{1,4}|생년월일|생일|出生日期|出生|生年月日|誕生日|生日/giu;
/** What joins them to the date, and the date. */
const joint =
  "[^\\p{L}\\p{N}]{0,8}(?:(?:은|는|은\\s|is|was|on|am|the|le|el|il|em|op|est|es|è|ist)[^\\p{L}\\p{N}]{1,4}){0,2}";
const date =
  "\\d{1,2}[-/. ]{1,2}\\d{1,2}[-/. ]{1,2}(?:\\d{4}|\\d{2})|\\d{4}[-/. ]\\d{1,2}[-/. ]\\d{1,2}|(?:19|20)\\d{6}|\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?(?: of| de)? \\p{L}{3,10}\\.?(?: de)?,? \\d{4}|\\p{L}{3,10}\\.? \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{2,4}\\s?[년年]\\s?\\d{1,2}\\s?[월月]\\s?\\d{1,2}\\s?[일日]";
const following = new RegExp(`${joint}(${date})(?!\\d)`, "iuy");

/** Dates that the words before them call a birthday. */
export function* findBirthDates(text: string): Generator<PersonalDatum> {
  for (const match of text.matchAll(born)) {
    following.lastIndex = match.index + match[0].length;
    const found = following.exec(text);
    if (found === null) continue;
    const end = following.lastIndex;
    yield { kind: "birth-date", score: 0.85, start: end - (found[1] ?? "").length, end };
  }
}
