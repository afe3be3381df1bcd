import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readClassifiers } from "#pillars/firewall";
import { measureStreaming } from "./streaming.ts";

/** Prints what it costs a reader that an answer is inspected while it is written. */
const classifiers = readClassifiers(await readFile(join(import.meta.dirname, "../../../public/models/firewall.bin")));
measureStreaming(classifiers);
console.log(JSON.stringify(measureStreaming(classifiers), undefined, 2));
