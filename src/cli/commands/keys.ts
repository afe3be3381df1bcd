import { createFileKeys } from "#hosts/node";
import { grantKeyOf } from "#hosts/workspace";
import { defaultState, readArguments, stateOption, type Command } from "../command.ts";

const options = { state: stateOption } as const;

export const keysCommand: Command = {
  name: "keys",
  summary: "Prints the public key of signed permissions as a JWK set, for verify-grant.js in front of your tools",
  usage: "",
  options,
  async run(argv, shell) {
    const { values } = readArguments(argv, options, "nothing", [0, 0]);
    const { signer } = await createFileKeys(values.state ?? defaultState).workspace();
    shell.out(JSON.stringify({ keys: [grantKeyOf(signer.vkey)] }));
    return 0;
  },
};
