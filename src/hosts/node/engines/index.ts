export { isShipped, readEngine, type ShippedRuntime } from "./engines.ts";
