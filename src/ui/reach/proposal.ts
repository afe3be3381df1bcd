import type { Flow, NodeRegistry, RunEvent } from "#engine";
import { type RecordedUse, smallerRules, type SmallerRule, usesIn } from "#pillars/privileges";

/** What would have been enough for the chats that could be read. */
export interface Proposal {
  readonly chats: number;
  readonly unread: number;
  readonly rules: readonly SmallerRule[];
}

/** Reads each chat, one at a time, and proposes. A chat that cannot be read or checked is counted and proves nothing. */
export async function proposeFrom(
  flow: Flow,
  registry: NodeRegistry,
  chats: readonly (() => Promise<readonly RunEvent[]>)[],
): Promise<Proposal> {
  const read: (readonly RecordedUse[])[] = [];
  for (const events of chats) {
    try {
      read.push(usesIn(await events()));
    } catch {
      continue;
    }
  }
  const rules = read.length === 0 ? [] : smallerRules(flow, registry, read);
  return { chats: read.length, unread: chats.length - read.length, rules };
}
