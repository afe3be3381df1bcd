import type { IconName } from "#ui/kit";
import type { Messages } from "../messages/index.ts";

/** `here`, `steps` and `add` are offered by an open flow. */
export const commandGroups = ["here", "flows", "pages", "actions", "steps", "add", "templates"] as const;
export type CommandGroup = (typeof commandGroups)[number];

/** One line of the palette. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  readonly title: string;
  readonly icon: IconName;
  /** The keys that do the same, with Apple's signs. */
  readonly keys?: string;
  readonly run: () => void;
}

/** What the palette's commands do. */
export interface CommandActs {
  readonly open: (flowId: string) => void;
  readonly use: (templateId: string) => void;
  readonly create: () => void;
  readonly go: (page: string) => void;
  readonly importFile: () => void;
  readonly stopEverything: () => void;
  readonly help: () => void;
  readonly setTheme: (theme: "light" | "dark" | "system") => void;
}

type Named = { readonly id: string; readonly title: string };

/** Every command in the order of its group: the newest flows first, then places, verbs and templates. */
export function commandsOf(
  flows: readonly Named[],
  templates: readonly Named[],
  acts: CommandActs,
  t: Messages,
  helpTitle: string,
): readonly Command[] {
  const { nav, command, library, settings } = t;
  const page = (id: "library" | "approvals" | "traces" | "settings", icon: IconName): Command => {
    return { id: `page-${id}`, group: "pages", title: nav[id], icon, run: () => acts.go(id) };
  };
  const action = (id: string, title: string, icon: IconName, run: () => void): Command => {
    return { id, group: "actions", title, icon, run };
  };
  const theme = (id: "light" | "dark" | "system", icon: IconName) =>
    action(`theme-${id}`, command.theme(settings.themes[id]), icon, () => acts.setTheme(id));
  return [
    ...flows.map(({ id, title }): Command => {
      return { id: `flow-${id}`, group: "flows", title, icon: "workflow", run: () => acts.open(id) };
    }),
    page("library", "library"),
    page("approvals", "inbox"),
    page("traces", "scroll-text"),
    page("settings", "settings"),
    action("new-flow", library.newFlow, "plus", acts.create),
    action("import-file", command.importFile, "download", acts.importFile),
    theme("light", "sun"),
    theme("dark", "moon"),
    theme("system", "monitor"),
    action("stop-everything", nav.stopEverything, "power", acts.stopEverything),
    { ...action("help", helpTitle, "circle-help", acts.help), keys: "?" },
    ...templates.map(({ id, title }): Command => {
      const use = command.use(title);
      return { id: `template-${id}`, group: "templates", title: use, icon: "sparkles", run: () => acts.use(id) };
    }),
  ];
}
