export { loadQuickJsEngine } from "./engine.ts";
