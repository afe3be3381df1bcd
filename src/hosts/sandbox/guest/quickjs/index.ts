export { loadQuickJsEngine } from "./engine.ts";
export { hardenQuickJs } from "./harden.ts";
