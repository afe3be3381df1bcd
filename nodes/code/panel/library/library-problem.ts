/** Why the library could not be brought or removed. */
export const libraryProblems = ["foreign", "too-large", "no-file", "no-room", "other"] as const;
export type LibraryProblem = (typeof libraryProblems)[number];

/** What went wrong by its code; a browser without room for a file says so by a name, and one without a connection says nothing. */
export function problemOf(problem: unknown): LibraryProblem {
  if (!(problem instanceof Error)) return "other";
  if (problem.name === "QuotaExceededError") return "no-room";
  const code = "code" in problem ? problem.code : undefined;
  return libraryProblems.find((each) => each === code) ?? "other";
}
