import type { Home } from "./home.ts";

/** How many runs are at work in any tab. A run whose tab is gone holds no lock any more and does not count. */
export async function countRunning({ shelf }: Home): Promise<number> {
  const [names, { held = [] }] = await Promise.all([shelf.running(), navigator.locks.query()]);
  const locked = new Set(held.map((lock) => lock.name));
  return names.filter((runId) => locked.has(`gatehouse-run-${runId}`)).length;
}
