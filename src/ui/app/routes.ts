import { lazy } from "react";
import type { ComponentType } from "react";

/** Every page by its address; each is fetched when it is first opened. */
export const routes: readonly { path: string; page: ComponentType }[] = [
  { path: "/kit/:sheet?", page: lazy(async () => ({ default: (await import("../gallery/index.ts")).Gallery })) },
];
