import { join } from "node:path";
import { firstLoad, firstLoadLimit } from "./first-load.ts";

const size = firstLoad(join(import.meta.dirname, "../../dist"));
console.log(`First load: ${size} bytes of gzipped script; at most ${firstLoadLimit} are allowed.`);
process.exitCode = size > firstLoadLimit ? 1 : 0;
