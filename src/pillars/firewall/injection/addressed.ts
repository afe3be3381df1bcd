import type { View } from "../views/view.ts";
import type { Evidence } from "./evidence.ts";

/** What the one spoken to is, will, must, may or never does. */
const conduct =
  /\byou(?:'ll|'re| (?:will|must|are|can|should|shall|have to|do not|don't|cannot|can't|may|never|always|would|need))\b/gu;
/** None of 8,688 business messages says so that often, nor of 7,654 harmless ones of the corpus. */
const often = 4;
/** Too little to stop a text alone at any sensitivity: it adds to other signs. */
const weight = 0.34;

/**
 * A message that lays down at length what its reader is and does sets up a persona, whatever the persona is called. English
 * only. Not for documents: a handbook tells its readers the same.
 */
export function addressedEvidence({ lower }: View): readonly Evidence[] {
  let count = 0;
  let start = 0;
  let end = 0;
  for (const match of lower.matchAll(conduct)) {
    if (count === 0) start = match.index;
    end = match.index + match[0].length;
    count += 1;
  }
  return count < often ? [] : [{ category: "persona", weight, start, end, sign: "addressed" }];
}
