import { meanOverSources } from "./figures.ts";
import type { FirewallBenchRow } from "./run.ts";
import { round } from "./statistics.ts";

/** One detector on the attacks or the harmless texts of one family. */
export interface FamilyRow {
  readonly family: string;
  readonly kind: "attack" | "benign";
  readonly detector: string;
  readonly sources: number;
  readonly n: number;
  readonly stopped: number;
  /** Stopped, as a mean over the sources. */
  readonly share: number;
  readonly learned?: boolean;
}

export function familyRows(rows: readonly FirewallBenchRow[]): readonly FamilyRow[] {
  return (["attack", "benign"] as const).flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind && row.task === "orders");
    const groups = Map.groupBy(ofKind, ({ family, detector }) => JSON.stringify([family, detector]));
    return [...groups.values()].flatMap((group): FamilyRow[] => {
      const [first] = group;
      if (first === undefined) return [];
      const { family, detector, learned } = first;
      return [
        {
          family,
          kind,
          detector,
          sources: new Set(group.map(({ source }) => source)).size,
          n: group.reduce((sum, { n }) => sum + n, 0),
          stopped: group.reduce((sum, { stopped }) => sum + stopped, 0),
          share: round(meanOverSources(group) ?? 0, 4),
          ...(learned !== undefined && { learned }),
        },
      ];
    });
  });
}
