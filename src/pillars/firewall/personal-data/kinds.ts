/** What the personal-data guard tells apart; the words of placeholders are in `personalDataNames`. */
export const personalDataKinds = [
  "card",
  "card-code",
  "iban",
  "bank-account",
  "national-id",
  "passport",
  "driving-licence",
  "customer-number",
  "email",
  "phone",
  "ip",
  "mac",
  "crypto-address",
  "coordinates",
  "birth-date",
  "address",
  "name",
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

/** Numbers that give access to money or prove who somebody is before the law. */
export const numberKinds = [
  "card",
  "card-code",
  "iban",
  "bank-account",
  "national-id",
  "passport",
  "driving-licence",
] as const satisfies readonly PersonalDataKind[];

/** How a person reads each kind, in placeholders and reasons. */
export const personalDataNames: Readonly<Record<PersonalDataKind, string>> = {
  card: "card number",
  "card-code": "security code",
  iban: "bank account",
  "bank-account": "account number",
  "national-id": "national number",
  passport: "passport number",
  "driving-licence": "driving licence",
  "customer-number": "customer or staff number",
  email: "e-mail address",
  phone: "phone number",
  ip: "network address",
  mac: "device address",
  "crypto-address": "wallet address",
  coordinates: "position",
  "birth-date": "date of birth",
  address: "postal address",
  name: "name",
};
