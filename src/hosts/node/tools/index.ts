export { createNodeTools } from "./tools.ts";
export { readToolOrigins } from "./origins.ts";
