import type { Speaker } from "#engine";

/**
 * Who may read a value: roles, and `person:<id>` for somebody alone. Undefined means anyone.
 */
export type Readers = readonly string[] | undefined;

export function mayRead(readers: Readers, { id, role }: Pick<Speaker, "id" | "role">): boolean {
  return readers === undefined || readers.includes(role) || readers.includes(personal(id));
}

export function personal(id: string): string {
  return `${prefix}${id}`;
}

const prefix = "person:";

/** Who may read what was made of all of these. */
export function sharedReaders(all: readonly Readers[]): Readers {
  const limited = all.flatMap((readers) => (readers === undefined ? [] : [readers]));
  const [first, ...others] = limited;
  return first?.filter((each) => others.every((readers) => readers.includes(each)));
}

/** Those of them who are roles: who else could be asked. */
export function readingRoles(readers: readonly string[]): readonly string[] {
  return readers.filter((each) => !each.startsWith(prefix));
}
