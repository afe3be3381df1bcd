import { createContext, use } from "react";
import type { Home } from "./home.ts";

export const HomeContext = createContext<Home | undefined>(undefined);

export function useHome(): Home {
  const home = use(HomeContext);
  if (home === undefined) throw new Error("This page stands outside the app.");
  return home;
}
