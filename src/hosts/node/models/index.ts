export { readConnections } from "./connections.ts";
export { createCheckedFetch } from "./fetch.ts";
export { createNodeModels } from "./models.ts";
