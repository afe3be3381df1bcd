import { setFlagsFromString } from "node:v8";

/** Calls after which V8 would compile a way of its own from WebAssembly to JavaScript: more than a run ever makes. */
const never = 1_000_000_000;

/** The fault was seen in this version of Node. Version 20 does not know the flag and says so on stderr; those between were not tried. */
const firstNode = 24;

/**
 * Keeps V8 from compiling ways from WebAssembly to JavaScript. All threads share one store of them, and where one thread lets go of a
 * way while another takes it up, Node 24 ends the whole process ("Check failed: jit_page_->allocations_.erase(addr) == 1"; seen once
 * while the own attacks of the benchmark ran on two busy cores; https://github.com/nodejs/node/issues/64500). The one way for all that is used
 * instead is never let go. It holds for the whole process, and for what is instantiated afterwards.
 */
export function leaveWrappersUntiered(): void {
  if (Number.parseInt(process.versions.node, 10) < firstNode) return;
  setFlagsFromString(`--wasm-wrapper-tiering-budget=${never}`);
}
