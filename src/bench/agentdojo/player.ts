import type { ToolSpec } from "#engine";
import type { RawPorts } from "#monitor";
import { isConsequential } from "#pillars/autonomy";
import { answersOf, type Script } from "./cases.ts";
import { registryWith, suiteFlow } from "./flow.ts";
import { type GuardSet, guardSettings, tainted, withoutRoles } from "./guards.ts";
import { callEnd } from "./judge.ts";
import { play, type Stage } from "./play.ts";
import type { PlayedCall } from "./tally.ts";

export interface Scene {
  readonly specs: readonly ToolSpec[];
  /** The day that it plays on, ISO; today where nothing says. */
  readonly day: string | undefined;
  readonly guard: GuardSet;
  readonly ports: RawPorts;
}

/** Plays a script: the ends of the injected consequential calls where there are any, else of every call. */
export function playerOf({ specs: known, day, guard, ports }: Scene) {
  const settings = guardSettings[guard];
  const consequential = new Set(known.filter(isConsequential).map(({ name }) => name));
  const specs = settings.provenance ? known : known.map(withoutRoles);
  const stage: Stage = {
    registry: registryWith(specs),
    flow: suiteFlow(specs, {
      beyond: settings.plan ? "ask" : "allow",
      allow: ({ name }) => (consequential.has(name) ? settings.consequential : "alone"),
    }),
    ports,
    day,
  };
  return async (script: Script): Promise<readonly PlayedCall[]> => {
    const answers = answersOf(script);
    const events = await play(stage, script.prompt, script.calls, answers);
    const calls = answers.flatMap((places, answer) =>
      places.map((at, place): PlayedCall => {
        const { tool = "" } = script.calls[at] ?? {};
        const end = callEnd(events, answer, place);
        const isTainted = guard === "taint" && at > 0 && consequential.has(tool);
        return { tool, card: answer, end: isTainted ? tainted(end) : end };
      }),
    );
    const { from, to } = script.injected;
    return to === 0 ? calls : calls.slice(from, to).filter(({ tool }) => consequential.has(tool));
  };
}
