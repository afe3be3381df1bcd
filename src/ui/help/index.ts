/** The keys and the glossary. The dialog is fetched when it is first asked for. */
export { askForHelp, onHelpAsked } from "./ask.ts";
