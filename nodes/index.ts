/** Every kind of step. A new node is one more line in list.ts. */
export { drawnRegistry } from "./drawn.ts";
export { nodes, registry } from "./full.ts";
