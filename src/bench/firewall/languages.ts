/** Some sets write names where the others write codes, and one says `ch` for Chinese. */
const codes: ReadonlyMap<string, string> = new Map([
  ["English", "en"],
  ["Arabic", "ar"],
  ["Bengali", "bn"],
  ["Chinese", "zh"],
  ["ch", "zh"],
  ["Filipino/Tagalog", "tl"],
  ["French", "fr"],
  ["German", "de"],
  ["Hindi", "hi"],
  ["Indonesian", "id"],
  ["Italian", "it"],
  ["Japanese", "ja"],
  ["Korean", "ko"],
  ["Portuguese", "pt"],
  ["Russian", "ru"],
  ["Spanish", "es"],
  ["Thai", "th"],
  ["Turkish", "tr"],
  ["Vietnamese", "vi"],
]);

export function languageCode(written: string): string {
  return codes.get(written) ?? written;
}
