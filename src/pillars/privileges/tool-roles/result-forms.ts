import type { JsonValue } from "#engine";
import { parseDay, parseTime } from "#pillars/autonomy";
import { headOf } from "./argument-words.ts";
import { nameWords, singulars, vocabulary } from "./name-words.ts";

/** Whether a value has the form in which a system fills fields of one kind. */
type Form = (value: string) => boolean;

/** Short, in one piece, with a digit: what people choose themselves ("general", "acme-corp") passes for no id. */
const isIdForm: Form = (value) => value.length <= 64 && /^[a-z0-9][a-z0-9_:#=~-]*$/iu.test(value) && /\d/u.test(value);

const mailDate = /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)?(?: (?:[+-]\d{4}|[a-z]{1,5}))?$/iu;
const isTimeForm: Form = (value) =>
  value.length <= 40 && (parseDay(value) !== undefined || parseTime(value) !== undefined || mailDate.test(value));

const isAmountForm: Form = (value) =>
  value.length <= 32 && /^[+-]?\p{Sc}? ?\d{1,15}(?:[.,]\d{1,8})? ?(?:\p{Sc}|%|[a-z]{1,3})?$/iu.test(value);

const isChoiceForm: Form = (value) => /^[a-z]{1,24}(?:[_-][a-z]{1,24}){0,2}$/iu.test(value);

/** An address by itself, without the name that its owner chose; or an account that a bank put there. */
const isOwnAddressForm: Form = (value) =>
  value.length <= 128 &&
  (/^[a-z0-9._%+-]{1,64}@[a-z0-9.-]{1,63}$/iu.test(value) || /^[a-z]{2}\d{2}[a-z0-9]{11,30}$/iu.test(value));

const isMediaForm: Form = (value) => value.length <= 80 && /^[a-z]+\/[a-z0-9.+-]+$/iu.test(value);

const forms: readonly (readonly [Form, string])[] = [
  [isIdForm, "id uuid guid number no nr sha hash etag checksum digest revision version"],
  [
    isTimeForm,
    `at on date time datetime timestamp day start end created updated modified received sent due expires expiry deadline since until
     datum zeit beginn ende fecha heure`,
  ],
  [
    isAmountForm,
    "amount balance total subtotal price cost fee tax sum rate size count quantity percentage betrag preis montant importe",
  ],
  [isChoiceForm, "status state currency priority severity permission visibility role"],
  [isOwnAddressForm, "sender from owner organizer"],
  [isMediaForm, "mime mimetype content_type media_type"],
];

const formOf: ReadonlyMap<string, Form> = new Map(
  forms.flatMap(([form, names]) => vocabulary(names).map((name) => [name, form] as const)),
);

/** Fields whose numbers people choose too: a phone or account number somebody typed in. */
const personal = new Set(
  vocabulary(`phone mobile tel telephone fax account iban card name title subject body text content description comment message note
    code pin address zip postcode contact recipient to link url`),
);

/** True where a field of this name with this value is the work of the tool's own system. */
export function isSystemValue(name: string, value: JsonValue): boolean {
  if (typeof value === "boolean") return true;
  const words = nameWords(name);
  if (typeof value === "number") return !words.some((word) => singulars(word).some((form) => personal.has(form)));
  if (typeof value !== "string") return false;
  const { head, before } = headOf(words);
  // An address or a number of somebody else: "phone_number", "sender_name" is no sender.
  if (before.some((word) => personal.has(word))) return false;
  return formOf.get(head)?.(value) ?? formOf.get(words.join("_"))?.(value) ?? false;
}
