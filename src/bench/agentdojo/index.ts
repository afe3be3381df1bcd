import type { RawPorts } from "#monitor";
import { attackScript, taskScript, withHandles } from "./cases.ts";
import type { GuardSet } from "./guards.ts";
import { playerOf } from "./player.ts";
import { structuredTools } from "./results.ts";
import { specsOf } from "./specs.ts";
import type { RolesFile, Suite } from "./suite.ts";
import { tally, type Row } from "./tally.ts";

export { guardSets, type GuardSet } from "./guards.ts";
export { rolesFile, suite, type RolesFile, type Suite } from "./suite.ts";
export { measureAdaptive } from "./adaptive/index.ts";
export { figuresOf } from "./figures.ts";
export type { Row } from "./tally.ts";

/** Every task and case of a suite under one set of guards: a row for all of them, and one for those of the paper. */
export async function measureSuite(
  suite: Suite,
  roles: RolesFile | undefined,
  guard: GuardSet,
  ports: RawPorts,
): Promise<readonly Row[]> {
  const day = suite.environment.calendar?.current_day;
  const play = playerOf({ specs: specsOf(suite, roles), day, guard, ports });
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

async function each<From, To>(all: readonly From[], work: (one: From) => Promise<To>): Promise<readonly To[]> {
  const done: To[] = [];
  for (const one of all) done.push(await work(one));
  return done;
}
