import type { EventDraft, TracedEvent } from "../event.ts";
import { readEvents } from "../read.ts";
import { appendAll, runOrigin, startRun } from "../run.fixture.ts";

/** A closed run of these drafts, as it is read back from its store. */
export async function eventsOf(drafts: readonly EventDraft[]): Promise<TracedEvent[]> {
  const run = await startRun();
  await appendAll(run.journal, drafts);
  await run.close();
  await run.journal.flush();
  const size = run.journal.size();
  return readEvents(
    runOrigin,
    await run.store.lines(runOrigin, 0, size),
    await run.store.disclosures(runOrigin, 0, size),
  );
}
