import { type Integrity, integrityLevels } from "#engine";

/** Integrity as a number for policies, which can compare numbers only: author 4, user 3, resolved 2, structured 1, untrusted 0. */
export function trustOf(integrity: Integrity): number {
  return integrityLevels.length - 1 - integrityLevels.indexOf(integrity);
}
