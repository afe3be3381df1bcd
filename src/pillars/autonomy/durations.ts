import { numberWords } from "./numbers.ts";

const minutesOf: ReadonlyMap<string, number> = new Map([
  ..."hour hours hr hrs h stunde stunden std heure heures hora horas ora ore uur uren"
    .split(" ")
    .map((unit) => [unit, 60] as const),
  ..."minute minutes min mins minuten minuto minutos minuti minuut".split(" ").map((unit) => [unit, 1] as const),
]);

const ones: ReadonlySet<string> = new Set("one a an ein eine einer einen une un una uma um een één".split(" "));

/** Words that make a distance of a length: "15 minutes before", "in two hours", "every hour". */
const distances = {
  after: new Set(
    `before after ago earlier later prior beforehand vor vorher davor zuvor nach nachher danach früher später avant après plus antes después
     depois prima dopo fa voor vooraf na later eerder`.split(/\s+/),
  ),
  before: new Set(
    "in every each vor nach alle jede dans toutes chaque hace cada en tra fra ogni há over elke om".split(" "),
  ),
};

/** The lengths of time among words, in minutes: "for one hour", "1-hour", "90 min", "half an hour". */
export function durationsIn(words: readonly string[]): readonly number[] {
  const parts = words.flatMap((word) => /^(\d+)-?(\p{L}+)$/u.exec(word)?.slice(1) ?? word.split("-"));
  return parts.flatMap((word, index) => {
    const unit = minutesOf.get(word);
    if (unit === undefined) return [];
    const before = parts[index - 1] ?? "";
    const count = ones.has(before) ? 1 : Number(numberWords.get(before) ?? before);
    if (before === "" || !Number.isFinite(count)) return [];
    if (distances.after.has(parts[index + 1] ?? "") || distances.before.has(parts[index - 2] ?? "")) return [];
    const isHalf = /^(?:half|halbe|halben|demi|media|mezza|meia|halve|halfuur)$/.test(
      parts[index - (ones.has(before) ? 2 : 1)] ?? "",
    );
    return [isHalf ? unit / 2 : count * unit];
  });
}
