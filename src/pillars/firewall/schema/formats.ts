import type { FormatName } from "./json-schema.ts";

/** Longer texts have none of these forms. */
const longest = 2048;
const date = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u;
const time = /^(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d{1,9})?(?:z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/iu;

/** Forms of text that a schema can name, after RFC 3339, 5322 (as written in practice), 3986, 9562 and 2673. */
const forms: Readonly<Record<FormatName, (text: string) => boolean>> = {
  date: isDate,
  time: (text) => time.test(text),
  "date-time": (text) => /^.{10}[t ]/iu.test(text) && isDate(text.slice(0, 10)) && time.test(text.slice(11)),
  email: (text) => /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){0,8}$/u.test(text),
  uri: (text) => /^[a-z][a-z\d+.-]{0,30}:[^\s<>"{}|\\^`]+$/iu.test(text),
  uuid: (text) => /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/iu.test(text),
  ipv4: (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/u.test(text),
};

export function hasFormat(text: string, format: FormatName): boolean {
  return text.length <= longest && forms[format](text);
}

function isDate(text: string): boolean {
  if (!date.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return day <= days;
}
