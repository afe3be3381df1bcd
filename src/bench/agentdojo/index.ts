import type { RawPorts } from "#monitor";
import { isConsequential } from "#pillars/autonomy";
import { answersOf, attackScript, taskScript, withHandles, type Script } from "./cases.ts";
import { registryWith, suiteFlow } from "./flow.ts";
import { guardSettings, tainted, withoutRoles, type GuardSet } from "./guards.ts";
import { callEnd } from "./judge.ts";
import { play, type Stage } from "./play.ts";
import { structuredTools } from "./results.ts";
import { specsOf } from "./specs.ts";
import type { RolesFile, Suite } from "./suite.ts";
import { tally, type PlayedCall, type Row } from "./tally.ts";

export { guardSets, type GuardSet } from "./guards.ts";
export { rolesFile, suite, type RolesFile, type Suite } from "./suite.ts";
export { figuresOf } from "./figures.ts";
export type { Row } from "./tally.ts";

/** Every task and case of a suite under one set of guards: a row for all of them, and one for those of the paper. */
export async function measureSuite(
  suite: Suite,
  roles: RolesFile | undefined,
  guard: GuardSet,
  ports: RawPorts,
): Promise<readonly Row[]> {
  const play = playerOf(suite, roles, guard, ports);
  const structured = structuredTools(suite);
  const prompts = new Map(suite.user_tasks.map(({ id, prompt }) => [id, prompt]));
  const inPaper = new Set(suite.injection_tasks.filter((task) => task.in_paper_629).map(({ id }) => id));
  const tasks = await each(suite.user_tasks, async (task) => {
    const script = taskScript(task, structured);
    return { calls: await play(withHandles(script)), callsWithoutHandles: await play(script) };
  });
  const attacks = await each(suite.cases, async (attack) => {
    const script = attackScript(attack, prompts.get(attack.user_task) ?? "", structured);
    return { isInPaper: inPaper.has(attack.injection_task), calls: await play(script) };
  });
  const row = (set: Row["set"], chosen: typeof attacks): Row =>
    tally(
      { suite: suite.suite, set, guard },
      tasks,
      chosen.map(({ calls }) => calls),
    );
  return [
    row("all", attacks),
    row(
      "paper",
      attacks.filter(({ isInPaper }) => isInPaper),
    ),
  ];
}

/** Plays a script: the ends of the injected consequential calls where there are any, else of every call. */
function playerOf(suite: Suite, roles: RolesFile | undefined, guard: GuardSet, ports: RawPorts) {
  const settings = guardSettings[guard];
  const known = specsOf(suite, roles);
  const consequential = new Set(known.filter(isConsequential).map(({ name }) => name));
  const specs = settings.provenance ? known : known.map(withoutRoles);
  const stage: Stage = {
    registry: registryWith(specs),
    flow: suiteFlow(specs, {
      beyond: settings.plan ? "ask" : "allow",
      allow: ({ name }) => (consequential.has(name) ? settings.consequential : "alone"),
    }),
    ports,
    day: suite.environment.calendar?.current_day,
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

async function each<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<readonly To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
