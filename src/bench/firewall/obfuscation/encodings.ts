import { encoded } from "./obfuscation.ts";
import type { Obfuscation } from "./obfuscation.ts";

const morse: Readonly<Record<string, string>> = Object.fromEntries(
  "a.- b-... c-.-. d-.. e. f..-. g--. h.... i.. j.--- k-.- l.-.. m-- n-. o--- p.--. q--.- r.-. s... t- u..- v...- w.-- x-..- y-.-- z--.."
    .split(" ")
    .map((entry) => [entry.slice(0, 1), entry.slice(1)]),
);

/** Another alphabet or base, and letters for letters. */
export const encodings: readonly Obfuscation[] = [
  encoded("base64", base64),
  encoded("base64 of base64", (text) => base64(base64(text))),
  encoded("base64 in lines", (text) => base64(text).replaceAll(/.{48}/gu, "$&\n")),
  encoded("base64 for addresses", (text) => base64(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "")),
  encoded("hexadecimal", (text) => hexOf(text, "")),
  encoded("hexadecimal, apart", (text) => hexOf(text, " ")),
  encoded("binary", (text) =>
    bytesOf(text)
      .map((byte) => byte.toString(2).padStart(8, "0"))
      .join(" "),
  ),
  encoded("character numbers", (text) => bytesOf(text).join(" ")),
  encoded("URL encoding", (text) =>
    bytesOf(text)
      .map((byte) => `%${hexPair(byte)}`)
      .join(""),
  ),
  encoded("HTML entities", (text) => Array.from(text, (letter) => `&#${letter.codePointAt(0) ?? 0};`).join("")),
  encoded("program escapes", (text) =>
    Array.from(text, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
  ),
  encoded("ROT13", (text) => shifted(text, 13)),
  encoded("other shifts", (text, random) => shifted(text, 1 + Math.floor(random() * 25))),
  encoded("mirrored alphabet", (text) => letterwise(text, (place) => 25 - place)),
  encoded("reversed text", (text) => Array.from(text).toReversed().join("")),
  encoded("reversed words", (text) => text.split(/\s+/u).toReversed().join(" ")),
  encoded("Morse", (text) =>
    text
      .toLowerCase()
      .split(/\s+/u)
      .map((word) =>
        Array.from(word, (letter) => morse[letter] ?? "")
          .filter((sign) => sign !== "")
          .join(" "),
      )
      .join(" / "),
  ),
  encoded("literals put together", (text) => `"${(text.match(/.{1,7}/gsu) ?? []).join('" + "')}"`),
  encoded("base64 of ROT13", (text) => base64(shifted(text, 13))),
  encoded("URL encoding of base64", (text) => encodeURIComponent(base64(text))),
];

function bytesOf(text: string): number[] {
  return Array.from(new TextEncoder().encode(text));
}

function base64(text: string): string {
  return btoa(
    bytesOf(text)
      .map((byte) => String.fromCharCode(byte))
      .join(""),
  );
}

function hexOf(text: string, between: string): string {
  return bytesOf(text).map(hexPair).join(between);
}

function hexPair(byte: number): string {
  return byte.toString(16).padStart(2, "0");
}

function shifted(text: string, places: number): string {
  return letterwise(text, (place) => (place + places) % 26);
}

function letterwise(text: string, change: (place: number) => number): string {
  return text.replaceAll(/[a-z]/giu, (letter) => {
    const first = letter <= "Z" ? 65 : 97;
    return String.fromCharCode(first + change(letter.charCodeAt(0) - first));
  });
}
