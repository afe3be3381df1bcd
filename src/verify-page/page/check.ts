import { parseRunEvent, type RunEvent } from "#engine";
import { readBundle, verifyBundle, type Manifest, type Report } from "#pillars/trace";

/** What whoever checks holds against the file. */
export interface Given {
  /** Key lines that they approve. */
  readonly keys: readonly string[];
  readonly receipts: readonly string[];
}

export interface Outcome {
  readonly report: Report;
  /** Undefined where the file is not what was sealed: it then says nothing about any run. */
  readonly shown: ShownRun | undefined;
}

export interface ShownRun {
  readonly manifest: Manifest;
  readonly workspaceVkey: string;
  readonly events: readonly RunEvent[];
}

/** Steps that the page lists; whoever wants to read on opens the file in the app. */
const mostShown = 20_000;

export async function check(file: Blob, { keys, receipts }: Given, tick: () => Promise<void>): Promise<Outcome> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const report = await verifyBundle(bytes, { trusted: keys, own: [], receipts, tick });
  // A rule that the run broke leaves the file what it was; any other fault does not.
  if (report.codes.some((code) => !code.startsWith("S"))) return { report, shown: undefined };
  const { manifest, workspaceVkey, events } = readBundle(bytes);
  return { report, shown: { manifest, workspaceVkey, events: events.slice(0, mostShown).map(plainEvent) } };
}

function plainEvent({ digests: _digests, ...event }: ReturnType<typeof readBundle>["events"][number]): RunEvent {
  const known = parseRunEvent(event);
  if (known === undefined) throw new Error(`Step ${event.seq} is of no known kind.`);
  return known;
}
