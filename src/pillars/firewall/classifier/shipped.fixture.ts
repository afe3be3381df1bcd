import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readClassifiers } from "./classifiers.ts";
import { shippedModel } from "./shipped.ts";

/** The very file that ships, for tests that need what was learned. */
export const shippedClassifiers = readClassifiers(
  readFileSync(join(import.meta.dirname, "../../../../public", shippedModel.file)),
);
