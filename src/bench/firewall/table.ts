import { block, percent } from "./columns.ts";
import type { Line } from "./columns.ts";
import { firewallFigures, figures, meanOverFamilies, stoppedShare } from "./figures.ts";
import type { Measured } from "./figures.ts";
import type { FirewallBenchRow } from "./run.ts";
import { familyOf, sources } from "./sources.ts";

type Rows = readonly FirewallBenchRow[];

/** Everything that was measured as text for people, the means last. */
export function firewallTable(measured: Measured): readonly string[] {
  const orders = measured.rows.filter(({ task }) => task === "orders");
  const attacks = orders.filter(({ kind }) => kind === "attack");
  const harmless = orders.filter(({ kind }) => kind === "benign");
  return [
    ...block("Attacks stopped, % of texts", ["family", "source", "where"], byFamily(attacks)),
    ...block("False alarms, % of texts", ["kind of text", "source", "where"], byKind(harmless)),
    ...block("By language, % of texts stopped", ["language", "texts"], byLanguage(attacks, harmless)),
    ...block("Secrets, % of texts", ["texts", "source"], bySecret(measured.rows)),
    ...block("Personal data gone, % of values", ["source", "kind"], byType(measured)),
    ...block("Milliseconds of processor time for texts of 4 KiB", ["task", "time"], byTime(measured)),
    ...block("Means over sources, % and ms", ["figure"], byFigure(measured)),
  ].slice(0, -1);
}

function byFamily(rows: Rows): readonly Line[] {
  return grouped(rows, ({ source }) => familyOf(source)).flatMap(([family, ofFamily]) => {
    const lines = grouped(ofFamily, ({ source, where }) => `${source} ${where}`).map(([, group]) => ({
      labels: [family, group[0]?.source ?? "", group[0]?.where ?? ""],
      ...counts(group),
    }));
    if (new Set(ofFamily.map(({ source }) => source)).size < 2) return lines;
    return [...lines, { labels: [family, "(mean)"], values: perDetector(ofFamily, meanOverFamilies) }];
  });
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
  return Object.entries(figures).flatMap(([name, { title, unit }]) => {
    const values = ofDetectors.flatMap(([detector, own]): [string, string][] => {
      const value = Object.entries(own).find(([figure]) => figure === name)?.[1];
      if (value === undefined) return [];
      return [[detector, unit === "ms" ? value.toFixed(2) : percent(value)]];
    });
    return values.length === 0 ? [] : [{ labels: [title], values: new Map(values) }];
  });
}

/** Of how many texts, and what share each detector stopped. */
function counts(rows: Rows): Pick<Line, "n" | "values"> {
  const [first] = rows;
  const n = rows.filter(({ detector }) => detector === first?.detector).reduce((sum, row) => sum + row.n, 0);
  return { n, values: perDetector(rows, stoppedShare) };
}

function perDetector(rows: Rows, shareOf: (rows: Rows) => number | undefined): ReadonlyMap<string, string> {
  const groups = Map.groupBy(rows, ({ detector }) => detector);
  return new Map([...groups].map(([detector, own]) => [detector, percent(shareOf(own))]));
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(rows, keyOf)].toSorted(([a], [b]) => a.localeCompare(b));
}
