import { createBrowserApprovers } from "#hosts/browser";

/** Loaded when somebody decides, or looks at who may. */
export const openApprovers = createBrowserApprovers;
