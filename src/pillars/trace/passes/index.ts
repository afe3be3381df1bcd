/** The parts of the first pass one by one, for whoever measures them. */
export { slicesOf, sourceOf } from "../bundle/source.ts";
export { textSlices } from "../bundle/line-slices.ts";
export { readSealedBytes } from "../verify/sealed-bytes.ts";
export { createChain } from "../verify/steps.ts";
