import { firewallPolicy } from "#pillars/firewall";
import type { Inspector } from "#pillars/firewall";
import { encodings } from "./encodings.ts";
import { hidingPlaces } from "./hiding-places.ts";
import { letters } from "./letters.ts";
import type { Obfuscation } from "./obfuscation.ts";

const undisguised: Obfuscation = { name: "as it is", place: "message", apply: (text) => text };
export const obfuscations: readonly Obfuscation[] = [undisguised, ...letters, ...encodings, ...hidingPlaces];

/** How many of the attacks, and of the harmless texts, a freshly placed firewall asks about or blocks in one disguise. */
export interface ObfuscatedRow {
  readonly obfuscation: string;
  readonly attacks: number;
  readonly stopped: number;
  readonly harmless: number;
  readonly falseAlarms: number;
}

export async function measureObfuscated(
  attacks: readonly string[],
  harmless: readonly string[],
  inspector: Pick<Inspector, "inspect">,
  random: () => number,
): Promise<ObfuscatedRow[]> {
  const rows: ObfuscatedRow[] = [];
  for (const obfuscation of obfuscations)
    rows.push({
      obfuscation: obfuscation.name,
      attacks: attacks.length,
      stopped: await countStopped(attacks, obfuscation, inspector, random),
      harmless: harmless.length,
      falseAlarms: await countStopped(harmless, obfuscation, inspector, random),
    });
  return rows;
}

async function countStopped(
  texts: readonly string[],
  { place, apply }: Obfuscation,
  inspector: Pick<Inspector, "inspect">,
  random: () => number,
): Promise<number> {
  const policy = firewallPolicy.parse({});
  const from = place === "message" ? "user" : "document";
  let stopped = 0;
  for (const text of texts) {
    const { verdict } = await inspector.inspect({ text: apply(text, random), direction: "input", from }, policy);
    if (verdict === "ask" || verdict === "block") stopped += 1;
  }
  return stopped;
}

/** Both shares over all disguises, each of which counts the same; what is not disguised does not count. */
export function sharesOf(rows: readonly ObfuscatedRow[]): { readonly stopped: number; readonly falseAlarms: number } {
  const disguised = rows.filter((row) => row.obfuscation !== undisguised.name);
  const mean = (share: (row: ObfuscatedRow) => number): number =>
    disguised.reduce((sum, row) => sum + share(row), 0) / Math.max(1, disguised.length);
  return {
    stopped: mean((row) => row.stopped / Math.max(1, row.attacks)),
    falseAlarms: mean((row) => row.falseAlarms / Math.max(1, row.harmless)),
  };
}
