/** Why a wall for the full Python library cannot be built here. */
export class LibraryMissing extends Error {
  readonly why: "browser-only" | "not-downloaded";

  constructor(why: LibraryMissing["why"]) {
    super(`The full Python library is not here (${why}).`);
    this.why = why;
  }
}
