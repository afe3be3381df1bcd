/** Bundles taken apart and sealed again, as a forger would: what tests and benchmarks try verifiers with. */
export { compress, expand } from "../bundle/gzip.ts";
export { optionalPaths, paths } from "../bundle/layout.ts";
export { packLines, readLines, unpackLines, writeLines } from "../bundle/lines.ts";
export { readZip, writeZip } from "../bundle/zip.ts";
export { reseal } from "./reseal.ts";
