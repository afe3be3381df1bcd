/** The command palette: flows, templates, pages, actions and what the open page offers, behind one key. */
export { CommandKey } from "./command-key.tsx";
export type { Command } from "./commands.ts";
export { useOfferedCommands } from "./page-commands.ts";
