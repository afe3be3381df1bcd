import { writeFile } from "node:fs/promises";
import { createFileShelf } from "#hosts/node";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { openHouse } from "../open-house.ts";
import { plainText } from "../plain-text.ts";

const options = {
  output: { type: "string", value: "FILE", help: "Where to write it (default RUN.zip)" },
  state: stateOption,
  json: jsonOption,
} as const;

export const exportCommand: Command = {
  name: "export",
  summary: "Writes the evidence of a recorded run as one file",
  usage: "<RUN>",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a run", [1, 1]);
    const [run = ""] = positionals;
    const state = values.state ?? defaultState;
    const record = await createFileShelf(state).get(run);
    if (record === undefined) throw new CliError("state", `There is no run ${plainText(run)} in ${state}.`);
    const { workspace } = await openHouse(state, record.flow, shell);
    const file = values.output ?? `${run}.zip`;
    const bytes = await workspace.exportBundle(run);
    await writeFile(file, bytes);
    shell.out(values.json === true ? JSON.stringify({ run, file, bytes: bytes.length }) : `Run ${run} is in ${file}.`);
    return 0;
  },
};
