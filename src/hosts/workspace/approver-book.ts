import type { Speaker } from "#engine";
import type { Signer } from "#pillars/trace";

/** Somebody who decides here: name, role, and the public half of the key that signs for them. */
export interface Approver extends Speaker {
  readonly vkey: string;
  readonly createdAt: number;
  /** Since when the key signs nothing any more; its private half is destroyed. */
  readonly retiredAt?: number | undefined;
}

/** The people who decide in this place, each with a key of their own. A retired profile stays in the list. */
export interface ApproverBook {
  list(): Promise<readonly Approver[]>;
  /** The key of this person in this role; made when they have none. */
  signerOf(person: Speaker): Promise<Signer>;
  /** The same, without making one. */
  knownSigner(person: Speaker): Promise<Signer | undefined>;
  retire(vkey: string): Promise<void>;
}

export const approverPrefix = "approver-";

/** Whether this is the living profile of that person in that role. */
export function isProfileOf(approver: Approver, { id, name, role }: Speaker): boolean {
  return approver.retiredAt === undefined && approver.id === id && approver.name === name && approver.role === role;
}
