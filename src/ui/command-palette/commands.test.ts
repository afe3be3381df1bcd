import { expect, test } from "vitest";
import { en } from "../messages/index.ts";
import { commandGroups, commandsOf, type CommandActs } from "./commands.ts";

function acts(done: string[]): CommandActs {
  const note = (what: string) => (which?: string) => void done.push(which === undefined ? what : `${what} ${which}`);
  return {
    open: note("open"),
    use: note("use"),
    create: () => note("create")(),
    go: note("go"),
    importFile: () => note("import")(),
    stopEverything: () => note("stop")(),
    setTheme: note("theme"),
  };
}

test("every command has a name and an id of its own, and does one thing", () => {
  const done: string[] = [];
  const flows = [{ id: "library", title: "Library" }];
  const commands = commandsOf(flows, [{ id: "hr", title: "Leave" }], acts(done), en);
  expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  for (const { title, run } of commands) {
    expect(title).not.toBe("");
    run();
  }
  expect(done).toEqual([
    "open library",
    "go library",
    "go approvals",
    "go traces",
    "go settings",
    "create",
    "import",
    "theme light",
    "theme dark",
    "theme system",
    "stop",
    "use hr",
  ]);
  expect(new Set(commands.map(({ group }) => group))).toEqual(new Set(commandGroups));
});
