import { block, percent } from "./columns.ts";
import type { Line } from "./columns.ts";
import { familyRows } from "./by-family.ts";
import { firewallFigures, figures, stoppedShare } from "./figures.ts";
import type { Figure, Measured } from "./figures.ts";
import type { FirewallBenchRow } from "./run.ts";
import { sources } from "./sources.ts";

type Rows = readonly FirewallBenchRow[];

/** Everything that was measured as text for people, the means last. */
export function firewallTable(measured: Measured): readonly string[] {
  const orders = measured.rows.filter(({ task }) => task === "orders");
  const attacks = orders.filter(({ kind }) => kind === "attack");
  const harmless = orders.filter(({ kind }) => kind === "benign");
  const blocks = [
    ...block("Attacks stopped, % of texts", ["family", "source", "where"], byFamilyAndSource(attacks)),
    ...block("False alarms, % of texts", ["kind of text", "source", "where"], byKind(harmless)),
    ...block("By family, mean over its sources, % of texts stopped", ["texts", "family"], byFamily(orders)),
    ...block("By language, % of texts stopped", ["language", "texts"], byLanguage(attacks, harmless)),
    ...block("Secrets, % of texts", ["texts", "source"], bySecret(measured.rows)),
    ...block("Personal data gone, % of values", ["source", "kind"], byType(measured)),
    ...block("Milliseconds of processor time for texts of 4 KiB", ["task", "time"], byTime(measured)),
    ...block("Means over sources, % and ms", ["figure"], byFigure(measured)),
  ];
  return orders.some(isLearned) ? [...blocks, learnedNote] : blocks.slice(0, -1);
}

const learnedNote =
  "* Here the text model has learned from the source or its kin: not a sign of how it takes to what it has never met.";

function isLearned({ learned }: { readonly learned?: boolean }): boolean {
  return learned === true;
}

function byFamilyAndSource(rows: Rows): readonly Line[] {
  return grouped(rows, ({ family, source, where }) => `${family} ${source} ${where}`).map(([, group]) => ({
    labels: [group[0]?.family ?? "", group[0]?.source ?? "", group[0]?.where ?? ""],
    ...counts(group),
  }));
}

/** Families with attacks, or of several sources; of the others the lines above say it all. */
function byFamily(rows: Rows): readonly Line[] {
  const all = familyRows(rows);
  const attacking = new Set(all.filter(({ kind }) => kind === "attack").map(({ family }) => family));
  const telling = all.filter(({ family, sources: count }) => attacking.has(family) || count > 1);
  return grouped(telling, ({ family, kind }) => `${kind} ${family}`).map(([, group]) => ({
    labels: [group[0]?.kind === "attack" ? "attacks" : "harmless", group[0]?.family ?? ""],
    n: group[0]?.n ?? 0,
    values: new Map(group.map((row) => [row.detector, mark(percent(row.share), isLearned(row))])),
  }));
}

function byKind(rows: Rows): readonly Line[] {
  return grouped(rows, ({ source, where }) => `${kindOfText(source)} ${source} ${where}`).map(([, group]) => {
    const { source = "", where = "" } = group[0] ?? {};
    return { labels: [kindOfText(source), source, where], ...counts(group) };
  });
}

function kindOfText(source: string): string {
  return sources[source]?.benign ?? "other";
}

function byLanguage(attacks: Rows, harmless: Rows): readonly Line[] {
  return grouped([...attacks, ...harmless], ({ lang, kind }) => `${lang} ${kind}`).map(([, group]) => ({
    labels: [group[0]?.lang ?? "", group[0]?.kind === "attack" ? "attacks" : "harmless"],
    ...counts(group),
  }));
}

function bySecret(rows: Rows): readonly Line[] {
  const ofSecrets = rows.filter(({ task }) => task === "secrets");
  return grouped(ofSecrets, ({ kind, source }) => `${kind} ${source}`).map(([, group]) => ({
    labels: [group[0]?.kind === "secret" ? "with a secret" : "with none", group[0]?.source ?? ""],
    ...counts(group),
  }));
}

function byType({ personal: { rows, costs } }: Measured): readonly Line[] {
  const lines = grouped(rows, ({ source, type }) => `${source} ${type}`).map(([, group]) => ({
    labels: [group[0]?.source ?? "", group[0]?.type ?? ""],
    n: group[0]?.n ?? 0,
    values: new Map(group.map(({ detector, n, gone }) => [detector, percent(gone / n)])),
  }));
  const costLine = (label: string, part: "lost" | "altered", whole: "characters" | "clean"): Line => ({
    labels: ["", label],
    n: costs[0]?.[whole] ?? 0,
    values: new Map(costs.map((cost) => [cost.detector, percent(cost[part] / Math.max(1, cost[whole]))])),
  });
  if (costs.length === 0) return lines;
  return [
    ...lines,
    costLine("other characters lost", "lost", "characters"),
    costLine("clean texts altered", "altered", "clean"),
  ];
}

function byTime({ latency }: Measured): readonly Line[] {
  const times = [
    ["median", "p50"],
    ["95th percentile", "p95"],
    ["99th percentile", "p99"],
    ["mean for a KiB", "perKiB"],
  ] as const;
  return grouped(latency, ({ task }) => task).flatMap(([task, group]) =>
    times.map(([title, member]) => ({
      labels: [task, title],
      n: group[0]?.texts ?? 0,
      values: new Map(group.map((row) => [row.detector, row[member].toFixed(2)])),
    })),
  );
}

function byFigure(measured: Measured): readonly Line[] {
  const ofDetectors = Object.entries(firewallFigures(measured));
  return Object.entries<Figure>(figures).flatMap(([name, { title, unit, rows: counted = () => false }]) => {
    const values = ofDetectors.flatMap(([detector, own]): [string, string][] => {
      const value = Object.entries(own).find(([figure]) => figure === name)?.[1];
      if (value === undefined) return [];
      const of = measured.rows.filter((row) => row.detector === detector && counted(row));
      return [[detector, mark(unit === "ms" ? value.toFixed(2) : percent(value), of.some(isLearned))]];
    });
    return values.length === 0 ? [] : [{ labels: [title], values: new Map(values) }];
  });
}

/** Of how many texts, and what share each detector stopped. */
function counts(rows: Rows): Pick<Line, "n" | "values"> {
  const [first] = rows;
  const n = rows.filter(({ detector }) => detector === first?.detector).reduce((sum, row) => sum + row.n, 0);
  const groups = [...Map.groupBy(rows, ({ detector }) => detector)];
  return {
    n,
    values: new Map(groups.map(([name, own]) => [name, mark(percent(stoppedShare(own)), own.some(isLearned))])),
  };
}

function mark(value: string, learned: boolean): string {
  return learned ? `${value}*` : value;
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(rows, keyOf)].toSorted(([a], [b]) => a.localeCompare(b));
}
