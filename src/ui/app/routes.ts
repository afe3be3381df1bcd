import { lazy } from "react";
import type { ComponentType } from "react";

const library = lazy(async () => ({ default: (await import("../library-page/index.ts")).LibraryScreen }));

/** Every page by its address; each is fetched when it is first opened. */
export const routes: readonly { path: string; page: ComponentType }[] = [
  { path: "/", page: library },
  { path: "/library", page: library },
  { path: "/kit/:sheet?", page: lazy(async () => ({ default: (await import("../gallery/index.ts")).Gallery })) },
];
