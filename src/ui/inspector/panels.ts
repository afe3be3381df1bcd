import { lazy } from "react";

/** Panels in place of a form, by the type of their node. One line each; a panel is fetched when its node is chosen. */
export const panels = {
  code: lazy(async () => ({ default: (await import("#nodes/code/panel")).CodePanel })),
  "code-tool": lazy(async () => ({ default: (await import("./code-tool-settings.tsx")).CodeToolSettings })),
  firewall: lazy(async () => ({ default: (await import("#nodes/firewall/panel")).FirewallPanel })),
  "http-request": lazy(async () => ({ default: (await import("#nodes/http-request/panel")).HttpRequestPanel })),
  sql: lazy(async () => ({ default: (await import("./sql-settings.tsx")).SqlSettings })),
} as const;

export function hasPanel(type: string): type is keyof typeof panels {
  return Object.hasOwn(panels, type);
}
