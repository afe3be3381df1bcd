import { openInSomeTab } from "#store";
import type { Home } from "./home.ts";

/** How many runs are at work in any tab. A run whose tab is gone does not count. */
export async function countRunning({ shelf }: Home): Promise<number> {
  const [names, isOpen] = await Promise.all([shelf.running(), openInSomeTab()]);
  return names.filter(isOpen).length;
}
