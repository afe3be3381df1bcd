import { expect, test } from "vitest";
import { en } from "../messages/index.ts";
import { commandsOf, type CommandActs } from "./commands.ts";

function acts(done: string[]): CommandActs {
  const note = (what: string) => (which?: string) => void done.push(which === undefined ? what : `${what} ${which}`);
  return {
    open: note("open"),
    use: note("use"),
    create: () => note("create")(),
    go: note("go"),
    importFile: () => note("import")(),
    stopEverything: () => note("stop")(),
    help: () => note("help")(),
    setTheme: note("theme"),
  };
}

test("every command has a name and an id of its own, and does one thing", () => {
  const done: string[] = [];
  const flows = [{ id: "library", title: "Library" }];
  const commands = commandsOf(flows, [{ id: "hr", title: "Leave" }], acts(done), en, "Keys and words");
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
    "help",
    "use hr",
  ]);
  expect(new Set(commands.map(({ group }) => group))).toEqual(new Set(["flows", "pages", "actions", "templates"]));
});
