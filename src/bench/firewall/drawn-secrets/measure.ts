import { createHash } from "node:crypto";
import { firewallPolicy, inspect } from "#pillars/firewall";
import { drawnTexts } from "./draw.ts";
import type { DrawnText } from "./draw.ts";

/** How many of the drawn secrets were found, or of the look-alikes taken for one. */
export interface DrawnRow {
  readonly half: Half;
  readonly kind: string;
  readonly texts: number;
  readonly found: number;
}
/** Rules are written with a look at one half of the phrasings; the other is there to measure them. */
export type Half = "development" | "held out";

/** Puts every phrasing so many times to the guard for secrets, with a freshly placed Firewall's settings. */
export function measureDrawnSecrets(times: number, random: () => number): DrawnRow[] {
  const policy = firewallPolicy.parse({});
  const rows = new Map<string, { half: Half; kind: string; texts: number; found: number }>();
  for (const drawn of drawnTexts(times, random)) {
    const { findings } = inspect({ text: drawn.text, direction: "output", from: "model", only: ["secrets"] }, policy);
    const half = halfOf(drawn.context);
    for (const kind of [drawn.kind, drawn.secret === undefined ? "all look-alikes" : "all secrets"]) {
      const row = rows.get(`${half} ${kind}`) ?? { half, kind, texts: 0, found: 0 };
      rows.set(`${half} ${kind}`, row);
      row.texts += 1;
      if (isFound(drawn, findings)) row.found += 1;
    }
  }
  return [...rows.values()];
}

function isFound({ secret }: DrawnText, findings: readonly { start: number; end: number }[]): boolean {
  if (secret === undefined) return findings.length > 0;
  return findings.some(({ start, end }) => start < secret.end && end > secret.start);
}

/** By the phrasing, not by what was drawn into it: no phrasing is in both halves. */
function halfOf(context: string): Half {
  const [first = 0] = createHash("sha256").update("half").update(context).digest();
  return first % 2 === 0 ? "development" : "held out";
}
