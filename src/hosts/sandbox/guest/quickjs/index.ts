export { loadQuickJsEngine } from "./engine.ts";
export { hardenQuickJs } from "./harden.ts";
export { prelude, sourceName } from "./prelude.ts";
export { prepareSource } from "./prepare-source.ts";
