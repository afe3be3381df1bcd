import type { NodeGroup } from "#ui/kit";
import type { PaletteGroup } from "../editor/index.ts";

const items: Readonly<Record<NodeGroup, readonly [title: string, icon: string][]>> = {
  talk: [
    ["Chat input", "message-square"],
    ["Form input", "clipboard-list"],
    ["Reply", "reply"],
    ["Hand off to a person", "user-round-check"],
  ],
  think: [
    ["Ask a model", "sparkles"],
    ["Agent", "bot"],
    ["Sort into routes", "route"],
    ["Extract data", "scan-text"],
  ],
  act: [
    ["HTTP request", "globe"],
    ["MCP server", "plug"],
    ["Code", "code-xml"],
    ["Send e-mail", "mail"],
  ],
  guard: [
    ["Firewall", "shield"],
    ["Permission", "key-round"],
    ["Approval gate", "stamp"],
    ["Limits", "gauge"],
  ],
  logic: [
    ["Condition", "git-branch"],
    ["Switch", "split"],
    ["For each", "repeat"],
    ["Merge", "merge"],
    ["Set a value", "variable"],
    ["Delay", "timer"],
  ],
  data: [
    ["Knowledge search", "book-open"],
    ["Memory", "brain"],
    ["SQL", "database"],
    ["Table", "table"],
    ["File", "file-text"],
  ],
};

const groups: readonly NodeGroup[] = ["talk", "think", "act", "guard", "logic", "data"];

export const palette: PaletteGroup[] = groups.map((group) => ({
  group,
  items: items[group].map(([title, icon]) => ({ type: title, title, icon, description: title })),
}));
