import { utcDay, addUse, noDayUse, tellingKinds, dayUseOf, type DayUse } from "#pillars/autonomy/day";
import type { RawPorts } from "#monitor";
import type { RunEvent } from "#engine";
import { readEvents } from "#pillars/trace";
import type { RunRecord, WorkspaceParts } from "./parts.ts";
import { runEventOf } from "./sink.ts";

/**
 * What a flow's chats use on a day, told by their logs and by nothing else: what a chat claims is in its log before another chat
 * looks. One lock for each flow, between tabs and processes.
 */
export function shareDayOf(
  parts: WorkspaceParts,
  { runId, flow }: RunRecord,
  events: () => readonly RunEvent[],
): NonNullable<RawPorts["shareDay"]> {
  return async (work) => {
    const done = await parts.lock(`day/${flow.id}`, true, async () => {
      const day = utcDay(parts.now());
      const elsewhere = await elsewhereOn(parts, flow.id, runId, day).catch(() => undefined);
      return {
        value: await work(
          elsewhere === undefined ? undefined : { day, elsewhere, here: () => dayUseOf(events(), day) },
        ),
      };
    });
    return (done ?? { value: await work(undefined) }).value;
  };
}

/** What the chats of a flow have used on a day, the one with this id left out. Throws when one of their logs cannot be read. */
async function elsewhereOn(parts: WorkspaceParts, flowId: string, runId: string, day: string): Promise<DayUse> {
  let sum = noDayUse;
  for (const record of await parts.shelf.ofFlow(flowId)) {
    if (record.runId === runId) continue;
    sum = addUse(sum, dayUseOf(await tellingEvents(parts, record.origin, day), day));
  }
  return sum;
}

/** How far a log was read, and what in it tells of use. Logs only grow. */
interface ReadSoFar {
  readonly size: number;
  readonly events: readonly RunEvent[];
}

const readBefore = new WeakMap<WorkspaceParts["store"], Map<string, ReadSoFar>>();
const page = 1000;

async function tellingEvents({ store }: WorkspaceParts, origin: string, day: string): Promise<readonly RunEvent[]> {
  const known = readBefore.get(store) ?? new Map<string, ReadSoFar>();
  readBefore.set(store, known);
  const size = (await store.head(origin))?.size ?? 0;
  const before = known.get(origin);
  if (before?.size === size) return before.events;
  if (before === undefined && size > 0) {
    const [last] = readEvents(origin, await store.lines(origin, size - 1, size), []);
    // What has ended on an earlier day tells nothing of this one.
    if (last !== undefined && utcDay(last.time) < day) return [];
  }
  const events = [...(before?.events ?? [])];
  for (let from = before?.size ?? 0; from < size; from += page) {
    const lines = await store.lines(origin, from, Math.min(size, from + page));
    events.push(
      ...readEvents(origin, lines, [])
        .filter(({ kind }) => tellingKinds.has(kind))
        .map(runEventOf),
    );
  }
  known.set(origin, { size, events });
  return events;
}
