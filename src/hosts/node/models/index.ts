export { readConnections, type NodeConnections } from "./connections.ts";
export { createCheckedFetch, type Resolve } from "./fetch.ts";
export { createNodeModels } from "./models.ts";
