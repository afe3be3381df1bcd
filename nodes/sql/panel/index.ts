/** What the inspector and the editor know of a query before it runs. Fetched when one is chosen. */
export { askOf } from "./ask-of.ts";
export { readsOf, rowStops, shownQuery } from "./shown.ts";
export { queryWords } from "./words.ts";
