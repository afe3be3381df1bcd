import type { Speaker } from "#engine";
import type { Signer } from "#pillars/trace";
import type { WitnessMemory } from "./cosign.ts";

/** Somebody who decides here: name, role, and the public half of the key that signs for them. */
export interface Approver extends Speaker {
  readonly vkey: string;
  readonly createdAt: number;
  /** Since when the key signs nothing any more; its private half is destroyed. */
  readonly retiredAt?: number | undefined;
  /** Only the public half is here: somebody elsewhere signs with it, and a person here has recognised it as theirs. */
  readonly isForeign?: true | undefined;
}

/**
 * The people who decide in this place, each with a key of their own, and those whose keys were recognised here. A retired
 * profile stays in the list.
 */
export interface ApproverBook {
  list(): Promise<readonly Approver[]>;
  /** Those of them who decide here and now, with a key that signs. */
  deciders(): Promise<readonly Approver[]>;
  /** The key of this person in this role; made when they have none. */
  signerOf(person: Speaker): Promise<Signer>;
  /** The same, without making one. */
  knownSigner(person: Speaker): Promise<Signer | undefined>;
  retire(vkey: string): Promise<void>;
  /** Remembers that this key is this person's, who signs elsewhere. A key that is known already stays as it is known. */
  recognise(person: Speaker, vkey: string): Promise<void>;
  /** Takes back that a key was recognised. */
  forget(vkey: string): Promise<void>;
  /** What has been cosigned in this place. */
  readonly witness: WitnessMemory;
}

export const approverPrefix = "approver-";

/** How the key of a decision from elsewhere stands to what this place knows. */
export type KeyStanding =
  | { readonly standing: "known" }
  /** It speaks for somebody else, in another role, or for nobody any more. */
  | { readonly standing: "other-person" }
  /** Nobody here has seen it; `others` are the keys that are known in the same name. */
  | { readonly standing: "unknown"; readonly others: readonly Approver[] };

/** A key speaks for its one person in that role, or whoever holds it could be two people. */
export function keyStanding(vkey: string, by: Speaker, book: readonly Approver[]): KeyStanding {
  const known = book.find((each) => each.vkey === vkey);
  if (known !== undefined) return { standing: isProfileOf(known, by) ? "known" : "other-person" };
  const others = book.filter((each) => each.retiredAt === undefined && spelled(each.name) === spelled(by.name));
  return { standing: "unknown", others };
}

/** One name does not become two by capitals, spaces or wide letters. */
function spelled(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase();
}

/** Those who decide here and now: they have a key in this place that signs. */
export function decidersIn(book: readonly Approver[]): readonly Approver[] {
  return book.filter(({ retiredAt, isForeign }) => retiredAt === undefined && isForeign !== true);
}

/** Whether this is the living profile of that person in that role. */
export function isProfileOf(approver: Approver, { id, name, role }: Speaker): boolean {
  return approver.retiredAt === undefined && approver.id === id && approver.name === name && approver.role === role;
}
