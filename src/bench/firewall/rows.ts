import { z } from "zod";
import { languageCode } from "./languages.ts";

const span = z.tuple([z.string(), z.number(), z.number()], z.unknown());
/** Some sets say what stands in the text, not where. */
const mention = z.object({ label: z.string(), form: z.string().min(1) });

/** One labelled text of a data set, as read from a line of JSON. */
export const firewallCase = z
  .object({
    text: z.string(),
    label: z.string(),
    source: z.string(),
    lang: z.string().default("en").transform(languageCode),
    where: z.enum(["direct", "indirect"]).default("direct"),
    /** What a harmful request is about, where the set says so. */
    cat: z.string().optional(),
    /** Type, start and end of each personal value; sets that mark them in yet another way are read without. */
    spans: z
      .array(z.union([span, mention]))
      .optional()
      .catch(undefined),
  })
  .transform(({ spans, ...row }): FirewallCase => {
    if (spans === undefined) return row;
    return { ...row, spans: spans.flatMap((each) => ("form" in each ? placesOf(each, row.text) : [each])) };
  });

export interface FirewallCase {
  readonly cat?: string | undefined;
  readonly text: string;
  readonly label: string;
  readonly source: string;
  readonly lang: string;
  readonly where: "direct" | "indirect";
  readonly spans?: readonly Span[];
}
export type Span = readonly [type: string, start: number, end: number, ...rest: unknown[]];

/** A value that a translation of the text lost is nowhere and so no span. */
function placesOf({ label, form }: z.infer<typeof mention>, text: string): Span[] {
  const start = text.indexOf(form);
  return start < 0 ? [] : [[label.toUpperCase(), start, start + form.length]];
}

export type CaseKind = "attack" | "benign" | "pii" | "secret";

/** Which of the four measures a label belongs to; labels about harm alone belong to none. */
export function kindOf(label: string): CaseKind | undefined {
  if (label === "injection" || label === "jailbreak") return "attack";
  if (label === "benign" || label === "pii" || label === "secret") return label;
  return undefined;
}
