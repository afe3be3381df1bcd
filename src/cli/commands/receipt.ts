import { writeFile } from "node:fs/promises";
import { CliError } from "../cli-error.ts";
import { defaultState, jsonOption, readArguments, stateOption, type Command } from "../command.ts";
import { openRecords } from "../open-house.ts";
import { plainText } from "../plain-text.ts";

const options = {
  output: { type: "string", value: "FILE", help: "Where to write it (default: standard output)" },
  state: stateOption,
  json: jsonOption,
} as const;

export const receiptCommand: Command = {
  name: "receipt",
  summary: "Gives the signed state of the ledger, or of one run; whoever keeps it elsewhere can prove a later change",
  usage: "[RUN]",
  options,
  async run(argv, shell) {
    const { values, positionals } = readArguments(argv, options, "a run", [0, 1]);
    const [run] = positionals;
    const state = values.state ?? defaultState;
    const { workspace } = await openRecords(state, shell);
    const receipt = await workspace.receipt(run);
    if (receipt === undefined)
      throw new CliError(
        "state",
        run === undefined ? `No run is recorded in ${state} yet.` : `There is no run ${plainText(run)} in ${state}.`,
      );
    const [origin = "", size = ""] = receipt.split("\n");
    if (values.output !== undefined) await writeFile(values.output, receipt);
    if (values.json === true)
      shell.out(JSON.stringify({ origin, size: Number(size), receipt, ...(values.output && { file: values.output }) }));
    else if (values.output === undefined) shell.out(receipt.trimEnd());
    else shell.out(`The receipt for ${origin}, ${size} entries, is in ${values.output}.`);
    return 0;
  },
};
