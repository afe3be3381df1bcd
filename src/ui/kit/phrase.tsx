import { Fragment } from "react";
import type { Signal } from "./words.ts";

/** Words in which the decisive values stand out: `["Refund ", { bold: "480.00 EUR" }]`. */
export type Words = string | readonly (string | { bold: string; tone?: Signal })[];

/** Plain words; never markup, so text from anywhere may stand in it. */
export function Phrase({ words }: { words: Words }) {
  if (typeof words === "string") return words;
  return words.map((part, at) => (
    <Fragment key={at}>
      {typeof part === "string" ? part : <b className={part.tone ? `c-${part.tone}` : "strong"}>{part.bold}</b>}
    </Fragment>
  ));
}
