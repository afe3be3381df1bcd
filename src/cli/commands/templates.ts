import { templates } from "#templates";
import { jsonOption, readArguments, type Command } from "../command.ts";

const options = { json: jsonOption } as const;

export const templatesCommand: Command = {
  name: "templates",
  summary: "Lists the ready-made flows, which run as template:ID",
  usage: "",
  options,
  async run(argv, shell) {
    const { values } = readArguments(argv, options, "nothing", [0, 0]);
    const listed = templates.map(({ id, title, description }) => ({ id, title, description }));
    if (values.json === true) shell.out(JSON.stringify(listed));
    else for (const { id, title, description } of listed) shell.out(`${id.padEnd(20)} ${title}. ${description}`);
    return 0;
  },
};
