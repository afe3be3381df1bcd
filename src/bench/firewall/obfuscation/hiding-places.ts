import type { Obfuscation } from "./obfuscation.ts";

const before = "Opening hours: Monday to Friday from 9 to 17. The shop is closed on public holidays.";
const after = "Returns are accepted within 30 days with the receipt.";

/** Where a page or file carries text that its reader does not see. */
export const hidingPlaces: readonly Obfuscation[] = [
  hidden("HTML comment", (text) => `<p>${before}</p><!-- ${text} --><p>${after}</p>`),
  hidden(
    "white on white",
    (text) => `<p>${before}</p><span style="color:#ffffff;background:#fff">${text}</span><p>${after}</p>`,
  ),
  hidden(
    "element that is not shown",
    (text) => `<p>${before}</p><div style="display:none">${text}</div><p>${after}</p>`,
  ),
  hidden("tiny letters", (text) => `<p>${before}</p><p style="font-size:0">${text}</p><p>${after}</p>`),
  hidden("details", (text) => `<p>${before}</p><details><summary>More</summary>${text}</details><p>${after}</p>`),
  hidden(
    "alternative text",
    (text) => `<p>${before}</p><img src="map.png" alt="${text.replaceAll('"', "'")}"><p>${after}</p>`,
  ),
  hidden("Markdown comment", (text) => `${before}\n\n[//]: # (${text.replaceAll(/\s+/gu, " ")})\n\n${after}`),
  hidden("Markdown image text", (text) => `${before}\n\n![${text.replaceAll(/[[\]\s]+/gu, " ")}](map.png)\n\n${after}`),
];

function hidden(name: string, apply: (text: string) => string): Obfuscation {
  return { name, place: "document", apply };
}
