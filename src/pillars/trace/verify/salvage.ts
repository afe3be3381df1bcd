import { unzipSync } from "fflate";
import { isKnownPath } from "../bundle/layout.ts";

/** Bytes of a file that is held for this, and of what comes out of it. */
export const largestSalvaged = 256 * 2 ** 20;

/**
 * The members of a ZIP that is not in our form, as well as they can be read. Only to say what was changed in a file that
 * has failed already; nothing from here ever counts as checked.
 */
export function salvage(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> {
  if (bytes.length > largestSalvaged) return new Map();
  let total = 0;
  try {
    const members = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!isKnownPath(name) || originalSize > largestSalvaged) return false;
        total += originalSize;
        return total <= largestSalvaged;
      },
    });
    return new Map(Object.entries(members));
  } catch {
    return new Map();
  }
}
