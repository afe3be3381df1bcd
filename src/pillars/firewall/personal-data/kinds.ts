/** What the personal-data guard tells apart; the words of placeholders are in `personalDataNames`. */
export const personalDataKinds = [
  "card",
  "iban",
  "national-id",
  "driving-licence",
  "email",
  "phone",
  "ip",
  "mac",
  "crypto-address",
  "birth-date",
  "address",
  "name",
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** How a person reads each kind, in placeholders and reasons. */
export const personalDataNames: Readonly<Record<PersonalDataKind, string>> = {
  card: "card number",
  iban: "bank account",
  "national-id": "national number",
  "driving-licence": "driving licence",
  email: "e-mail address",
  phone: "phone number",
  ip: "network address",
  mac: "device address",
  "crypto-address": "wallet address",
  "birth-date": "date of birth",
  address: "postal address",
  name: "name",
};
