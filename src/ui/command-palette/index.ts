/** The command palette: flows, templates, pages and actions behind one key. */
export { CommandKey } from "./command-key.tsx";
