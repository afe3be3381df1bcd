/** What a step makes of how its code ended. A door of its own: it stands on the engine, which no wall has to load. */
export { valueOf } from "./step-value.ts";
