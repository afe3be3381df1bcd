import type { CountedTurn } from "./counted-turn.ts";
import { fisher } from "./fisher.ts";
import { wilson, type Interval } from "./interval.ts";

/** What is counted. Every message has one outcome; that a person was asked may go with any. */
export const marks = ["answered", "asked", "blocked", "denied", "failed", "handed-off", "stopped", "open"] as const;
export type Mark = (typeof marks)[number];

export type Grouping =
  | { readonly by: "version" | "day" | "week" | "month" }
  | { readonly by: "attribute"; readonly name: string };

export interface Rate extends Interval {
  readonly count: number;
  readonly of: number;
  /** Against all other groups: beyond chance (p < 0.05, Holm's correction over the whole table) more or fewer. */
  readonly differs: "more" | "less" | undefined;
}

export interface BehaviourGroup {
  /** Digest, date of the first day in UTC, or the attribute's value; undefined where that was not recorded. */
  readonly group: string | undefined;
  readonly turns: number;
  /** Of the first message; milliseconds since the epoch. */
  readonly since: number;
  readonly rates: Readonly<Record<Mark, Rate>>;
}

/** The outcome rates of each group, in order of their first message (versions, times) or the largest first. */
export function outcomeRates(turns: readonly CountedTurn[], grouping: Grouping): readonly BehaviourGroup[] {
  const groups = [...Map.groupBy(turns, (turn) => groupOf(turn, grouping))].map(([group, own]) => ({
    group,
    own,
    since: own.reduce((first, { time }) => Math.min(first, time), Number.MAX_SAFE_INTEGER),
  }));
  const ordered =
    grouping.by === "attribute"
      ? groups.toSorted((one, other) => other.own.length - one.own.length)
      : groups.toSorted((one, other) => one.since - other.since);
  const differing = standingOut(ordered.map(({ own }) => own));
  return ordered.map(({ group, own, since }, at) => ({
    group,
    turns: own.length,
    since,
    rates: byMark((mark) => {
      const count = own.filter((turn) => has(turn, mark)).length;
      return { count, of: own.length, ...wilson(count, own.length), differs: differing.get(`${at} ${mark}`) };
    }),
  }));
}

/** All messages as one group. */
export function overallRates(turns: readonly CountedTurn[]): Readonly<Record<Mark, Rate>> {
  return byMark((mark) => {
    const count = turns.filter((turn) => has(turn, mark)).length;
    return { count, of: turns.length, ...wilson(count, turns.length), differs: undefined };
  });
}

/** Attributes by which messages differ: at least two values, at most `most`. Those known of more messages first. */
export function groupableAttributes(turns: readonly CountedTurn[], most = 20): readonly string[] {
  const values = new Map<string, Set<string>>();
  const known = new Map<string, number>();
  for (const { attributes } of turns)
    for (const [name, value] of attributes) {
      values.set(name, (values.get(name) ?? new Set()).add(value));
      known.set(name, (known.get(name) ?? 0) + 1);
    }
  return [...values]
    .filter(([, each]) => each.size >= 2 && each.size <= most)
    .map(([name]) => name)
    .toSorted((one, other) => (known.get(other) ?? 0) - (known.get(one) ?? 0) || one.localeCompare(other, "en"));
}

function groupOf(turn: CountedTurn, grouping: Grouping): string | undefined {
  switch (grouping.by) {
    case "version":
      return turn.version;
    case "attribute":
      return turn.attributes.get(grouping.name);
    case "day":
      return dateOf(turn.time);
    case "week":
      return dateOf(turn.time - weekday(turn.time) * dayMs);
    case "month":
      return `${dateOf(turn.time).slice(0, 7)}-01`;
  }
}

const dayMs = 86_400_000;

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** 0 on Monday, as ISO 8601 has it. */
function weekday(time: number): number {
  return (new Date(time).getUTCDay() + 6) % 7;
}

function has({ outcome, asked }: CountedTurn, mark: Mark): boolean {
  if (mark === "asked") return asked;
  if (mark === "open") return outcome === "waiting" || outcome === "unfinished";
  return outcome === mark;
}

function byMark(rate: (mark: Mark) => Rate): Readonly<Record<Mark, Rate>> {
  return {
    answered: rate("answered"),
    asked: rate("asked"),
    blocked: rate("blocked"),
    denied: rate("denied"),
    failed: rate("failed"),
    "handed-off": rate("handed-off"),
    stopped: rate("stopped"),
    open: rate("open"),
  };
}

/**
 * Which groups stand out, by group and mark. So many cells are looked at that some would seem to differ by chance alone: Holm's
 * step-down keeps the chance of even one false alarm in the table under 5 %.
 */
function standingOut(groups: readonly (readonly CountedTurn[])[]): ReadonlyMap<string, "more" | "less"> {
  const all = groups.flat();
  const tests = marks.flatMap((mark) => {
    const hits = all.filter((turn) => has(turn, mark)).length;
    // A mark that none or all have tells no group from another.
    if (groups.length < 2 || hits === 0 || hits === all.length) return [];
    return groups.map((own, at) => {
      const count = own.filter((turn) => has(turn, mark)).length;
      const [others, rest] = [hits - count, all.length - own.length];
      const way = count / own.length > others / rest ? ("more" as const) : ("less" as const);
      return { cell: `${at} ${mark}`, way, p: fisher(count, own.length, others, rest) };
    });
  });
  const ordered = tests.toSorted((one, other) => one.p - other.p);
  const end = ordered.findIndex(({ p }, at) => p * (ordered.length - at) >= 0.05);
  return new Map(ordered.slice(0, end === -1 ? undefined : end).map(({ cell, way }) => [cell, way]));
}
