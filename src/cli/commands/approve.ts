import { createFileShelf } from "#hosts/node";
import { personOf } from "../chat/answers.ts";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { openHouse } from "../open-house.ts";
import { plainText } from "../plain-text.ts";

const options = {
  by: { type: "string", value: "NAME", help: "Who decides: somebody the flow knows, or a person with the asked role" },
  tool: { type: "string", value: "TOOL", help: "Which request, when several wait" },
  deny: { type: "boolean", help: "Deny instead of approve" },
  comment: { type: "string", value: "TEXT", help: "Recorded with the decision" },
  state: stateOption,
  json: jsonOption,
} as const;

export const approveCommand: Command = {
  name: "approve",
  summary: "Records a decision on a run that waits; `gatehouse run --resume RUN` then goes on",
  usage: "<RUN>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a run", [1, 1]);
    const [run = ""] = positionals;
    const { by, state = defaultState } = values;
    if (by === undefined) throw new CliError("usage", "Say who decides with --by NAME.");
    const record = await createFileShelf(state).get(run);
    if (record === undefined) throw new CliError("state", `There is no run ${plainText(run)} in ${state}.`);
    const { workspace, parts } = await openHouse(state, record.flow, shell);
    const decided = await parts.lock(`run-${run}`, false, async () => {
      const started = await workspace.resume(run);
      if (!started.ok) throw new CliError("state", started.sentence);
      const { session } = started;
      const request = session.waiting().find(({ attrs }) => values.tool === undefined || attrs.tool === values.tool);
      if (request === undefined) throw new CliError("state", `Nothing in run ${run} waits for such a decision.`);
      const person = personOf(by, request.attrs.roles[0] ?? "approver", record.flow);
      const decision = values.deny === true ? "deny" : "approve";
      const ruling = await session.decide(request, { by: person, decision, comment: values.comment ?? "" });
      if (!ruling.ok) throw new CliError("state", ruling.sentence);
      return { run, tool: request.attrs.tool, decision, by: person.name, role: person.role };
    });
    if (decided === undefined) throw new CliError("state", `Another process is working on run ${run}.`);
    shell.out(
      values.json === true
        ? JSON.stringify(decided)
        : plainText(
            `${decided.by} (${decided.role}) decided: ${decided.decision} ${decided.tool}. Go on with: gatehouse run --resume ${run}`,
          ),
    );
    return 0;
  },
};
