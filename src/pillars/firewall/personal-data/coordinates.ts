import { around } from "./datum.ts";
import type { PersonalDatum } from "./datum.ts";
import type { DigitRuns } from "./digit-runs.ts";

/** A latitude and a longitude with four or more decimals: a place to within some metres. */
const pair = /-?(?:[0-8]?\d|90)\.\d{4,12}°?\s?[NS]?\s?[,;/ ]\s{0,2}-?(?:1[0-7]\d|180|\d{1,2})\.\d{4,12}(?!\d)/uy;

/** Four decimals alone may be rates and prices. */
const named = /\blat|\blo?ng|\bgps\b|coord|koordinat|position|location|loc\b|위도|경도|坐标|経度|緯度/u;

export function* findCoordinates(text: string, { starts, ends }: DigitRuns): Generator<PersonalDatum> {
  let done = 0;
  for (let at = 0; at < starts.length; at++) {
    const digit = starts[at] ?? 0;
    if (digit < done || text.charCodeAt(ends[at] ?? 0) !== 46) continue;
    const start = text.charCodeAt(digit - 1) === 45 ? digit - 1 : digit;
    if (/[\w.]/u.test(text.charAt(start - 1))) continue;
    pair.lastIndex = start;
    const found = pair.exec(text)?.[0];
    if (found === undefined) continue;
    done = start + found.length;
    const isFine = /\.\d{5}.*\.\d{5}/u.test(found) || named.test(around(text, start, done));
    yield { kind: "coordinates", score: isFine ? 0.7 : 0.3, start, end: done };
  }
}
