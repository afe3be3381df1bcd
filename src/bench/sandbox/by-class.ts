import type { AttackRow } from "./attack.ts";

export interface ClassRow extends Readonly<Record<AttackRow["verdict"], number>> {
  readonly class: string;
  readonly attacks: number;
  readonly slowestMs: number;
}

/** The rows of each class together, in the order in which the classes first come. */
export function byClass(rows: readonly AttackRow[]): ClassRow[] {
  const names = [...new Set(rows.map((row) => row.class))];
  return names.map((name) => {
    const own = rows.filter((row) => row.class === name);
    return { class: name, attacks: own.length, ...countVerdicts(own), slowestMs: most(own.map(({ ms }) => ms)) };
  });
}

export function countVerdicts(rows: readonly AttackRow[]): Record<AttackRow["verdict"], number> {
  const counts = { contained: 0, watchdog: 0, crashed: 0, escaped: 0 };
  for (const { verdict } of rows) counts[verdict]++;
  return counts;
}

export function most(values: readonly number[]): number {
  return values.reduce((highest, value) => Math.max(highest, value), 0);
}
