import { useMemo } from "react";
import type { JsonValue } from "#engine";
import type { Attached } from "../attached.ts";
import type { LastRun } from "../trial/use-last-run.ts";
import { declarationsOf } from "../types/declarations.ts";

/** What the code sees, as declarations: the sample's shape, and the tools with what they last answered. */
export function useDeclared(attached: Attached, last: LastRun, sample: JsonValue | undefined): string {
  return useMemo(() => {
    const answers = new Map(last.run?.calls.map(({ tool, answer }) => [tool, answer]));
    const typed = attached.tools.map((tool) => {
      const answer = answers.get(tool.name);
      return { ...tool, ...(answer !== undefined && { answer }) };
    });
    return declarationsOf(typed, sample);
  }, [attached, last, sample]);
}
