/** True when the browser refused to store more. */
export function isFull(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  return (
    problem.name === "QuotaExceededError" ||
    (problem.cause !== undefined && isFull(problem.cause)) ||
    isFull(innerOf(problem))
  );
}

function innerOf(problem: Error): unknown {
  return "inner" in problem ? problem.inner : undefined;
}
