const prefix = "gatehouse-";

/** The name of a lock as the origin's other tabs see it. */
export function lockName(name: string): string {
  return prefix + name;
}

/** The lock that the one tab with an open run holds. */
export function runLock(runId: string): string {
  return `run-${runId}`;
}

/** Tells of a run whether some tab has it open now. A tab that is gone holds nothing. */
export async function openInSomeTab(): Promise<(runId: string) => boolean> {
  const { held = [] } = await navigator.locks.query();
  const names = new Set(held.map(({ name }) => name));
  return (runId) => names.has(lockName(runLock(runId)));
}
