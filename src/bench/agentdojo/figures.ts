import type { GuardSet } from "./guards.ts";
import type { Row } from "./tally.ts";

/** Over all suites, in percent of tasks and of cases; the same for the cases of the paper. */
export function figuresOf(rows: readonly Row[], guard: GuardSet = "full"): Readonly<Record<string, number>> {
  const of = (set: Row["set"]): readonly Row[] => rows.filter((row) => row.guard === guard && row.set === set);
  return { ...taskFigures(of("all")), ...caseFigures(of("all"), ""), ...caseFigures(of("paper"), "Paper") };
}

function taskFigures(rows: readonly Row[]): Readonly<Record<string, number>> {
  const tasks = sum(rows, "tasks");
  return {
    tasks,
    unattendedPercent: share(sum(rows, "unattended"), tasks),
    unattendedWithoutHandlesPercent: share(sum(rows, "unattendedWithoutHandles"), tasks),
    completedPercent: share(sum(rows, "completed"), tasks),
    asksPerTask: Math.round((sum(rows, "asks") / Math.max(tasks, 1)) * 100) / 100,
  };
}

function caseFigures(rows: readonly Row[], set: string): Readonly<Record<string, number>> {
  const cases = sum(rows, "cases");
  const percent = (name: "silent" | "any" | "rubberStamp" | "rubberStampStepUp") =>
    [`${name}${set}Percent`, share(sum(rows, name), cases)] as const;
  return {
    [`cases${set}`]: cases,
    ...Object.fromEntries([percent("silent"), percent("any"), percent("rubberStamp"), percent("rubberStampStepUp")]),
  };
}

function sum<Name extends string>(rows: readonly Readonly<Record<Name, number>>[], name: Name): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

function share(part: number, whole: number): number {
  return Math.round((part / Math.max(whole, 1)) * 1000) / 10;
}
