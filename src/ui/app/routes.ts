import { lazy } from "react";
import type { ComponentType } from "react";

const library = lazy(async () => ({ default: (await import("../library-page/index.ts")).LibraryScreen }));

const behaviour = () => import("../behaviour/index.ts");

const runSide = () => import("../run-side/index.ts");

/** Every page by its address; each is fetched when it is first opened. */
export const routes: readonly { path: string; page: ComponentType }[] = [
  { path: "/", page: library },
  { path: "/library", page: library },
  { path: "/flow/:id", page: lazy(async () => ({ default: (await import("../editor-page/index.ts")).EditorScreen })) },
  { path: "/approvals", page: lazy(async () => ({ default: (await runSide()).ApprovalsScreen })) },
  { path: "/traces", page: lazy(async () => ({ default: (await runSide()).TracesScreen })) },
  { path: "/traces/behaviour", page: lazy(async () => ({ default: (await behaviour()).BehaviourScreen })) },
  { path: "/traces/what-if", page: lazy(async () => ({ default: (await behaviour()).WhatIfScreen })) },
  { path: "/trace/:runId", page: lazy(async () => ({ default: (await runSide()).TraceScreen })) },
  {
    path: "/settings",
    page: lazy(async () => ({ default: (await import("../settings-page/index.ts")).SettingsScreen })),
  },
  { path: "/kit/:sheet?", page: lazy(async () => ({ default: (await import("../gallery/index.ts")).Gallery })) },
];
