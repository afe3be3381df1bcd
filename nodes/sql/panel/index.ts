/** What the editor knows of a query before it runs. Fetched when it is opened. */
export { askOf } from "./ask-of.ts";
