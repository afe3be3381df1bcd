import { contexts } from "./contexts.ts";
import { lookAlikes } from "./look-alikes.ts";

type Random = () => number;

/** A text with a secret, or one that only looks like it. */
export interface DrawnText {
  readonly text: string;
  /** The secret's place; undefined in a look-alike. */
  readonly secret: { readonly start: number; readonly end: number } | undefined;
  readonly kind: string;
  /** How the text is written without what was drawn: what rules could be made to fit. */
  readonly context: string;
}

const lower = "abcdefghijklmnopqrstuvwxyz";
const digits = "0123456789";
const alphabets: Readonly<Record<string, string>> = {
  digits,
  lower,
  hex: `${digits}abcdef`,
  UPPER: digits + lower.toUpperCase(),
  base62: digits + lower + lower.toUpperCase(),
  base64: `${digits}${lower}${lower.toUpperCase()}+/`,
};
const words =
  "summer winter office garden rocket dragon coffee monday berlin purple tiger river cloud market silver orange panda guitar".split(
    " ",
  );

/** Every context and look-alike so many times, each time with other characters; the same for the same seed. */
export function drawnTexts(times: number, random: Random): DrawnText[] {
  const secrets = contexts.flatMap(({ of, kind, texts }) =>
    texts.flatMap((context) =>
      Array.from({ length: times }, (): DrawnText => {
        const start = context.lastIndexOf("{}");
        const value = of === "password" ? password(random) : token(random);
        const text = context.slice(0, start) + value + context.slice(start + 2);
        return { text, secret: { start, end: start + value.length }, kind, context };
      }),
    ),
  );
  const others = lookAlikes.flatMap((context) =>
    Array.from({ length: times }, (): DrawnText => {
      const text = context
        .replaceAll("{uuid}", () => uuid(random))
        .replaceAll(/\{(\w+):(\d+)\}/gu, (_, name: string, size) =>
          characters(alphabets[name] ?? "", Number(size), random),
        );
      return { text, secret: undefined, kind: "look-alike", context };
    }),
  );
  return [...secrets, ...others];
}

/** As people make them up, or as a manager of passwords draws them. */
function password(random: Random): string {
  const word = pick(words, random);
  const capital = word.charAt(0).toUpperCase() + word.slice(1);
  switch (Math.floor(random() * 6)) {
    case 0:
      return capital + characters(digits, 4, random) + pick(["!", "#", "?", "$"], random);
    case 1:
      return `${capital}${pick(["-", "_", "."], random)}${pick(words, random)}${characters(digits, 2, random)}`;
    case 2:
      return (
        word.replaceAll("o", "0").replaceAll("e", "3") + characters("!#%?*", 1, random) + characters(digits, 3, random)
      );
    case 3:
      return characters(alphabets["base62"] ?? "", 12, random);
    case 4:
      return characters(`${alphabets["base62"]}!#%*+-_.?`, 16, random);
    default:
      return capital + characters(digits, 3, random);
  }
}

function token(random: Random): string {
  switch (Math.floor(random() * 5)) {
    case 0:
      return characters(alphabets["hex"] ?? "", pick([32, 40, 64], random), random);
    case 1:
      return characters(alphabets["base62"] ?? "", pick([20, 24, 32, 40], random), random);
    case 2:
      return `${characters(alphabets["base64"] ?? "", 43, random)}=`;
    case 3:
      return uuid(random);
    default:
      return characters(`${alphabets["base62"]}-_`, pick([22, 32, 48], random), random);
  }
}

function uuid(random: Random): string {
  return [8, 4, 4, 4, 12].map((size) => characters(alphabets["hex"] ?? "", size, random)).join("-");
}

function characters(from: string, count: number, random: Random): string {
  return Array.from({ length: count }, () => from.charAt(Math.floor(random() * from.length))).join("");
}

function pick<T>(items: readonly T[], random: Random): T {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("Nothing to pick from.");
  return item;
}
