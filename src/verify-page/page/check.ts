import type { RunEvent } from "#engine";
import { verifyBundle, type ByteSource, type Manifest, type Report, type VerifyProgress } from "#pillars/trace";

/** What whoever checks holds against the file. */
export interface Given {
  /** Key lines that they approve. */
  readonly keys: readonly string[];
  readonly receipts: readonly string[];
  /** How many of the witnesses among the keys must have signed; 0 asks for none. */
  readonly quorum: number;
}

export interface Outcome {
  readonly report: Report;
  /** Undefined where the file is not what was sealed: it then says nothing about any run. */
  readonly shown: ShownRun | undefined;
  /** Of the witnesses that they approve; undefined where none was asked for, or the check did not come that far. */
  readonly witnesses: { readonly asked: number; readonly signed: number } | undefined;
}

export interface ShownRun {
  readonly manifest: Manifest;
  readonly workspaceVkey: string;
  /** The first steps, as many as the page lists. */
  readonly events: readonly RunEvent[];
}

/** Whoever wants to read on opens the file in the app. */
const mostShown = 20_000;

export interface Watching {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: VerifyProgress) => void;
}

export async function check(file: Blob, { keys, receipts, quorum }: Given, watching: Watching): Promise<Outcome> {
  const events: RunEvent[] = [];
  let signed: number | undefined;
  let opened: Omit<ShownRun, "events"> | undefined;
  const report = await verifyBundle(sourceOf(file), {
    trusted: keys,
    own: [],
    receipts,
    quorum,
    onWitnesses: (count) => void (signed = count),
    tick: createBreath(),
    ...watching,
    reader: {
      opened: (manifest, workspaceVkey) => void (opened = { manifest, workspaceVkey }),
      events: (more) => void (events.length < mostShown && events.push(...more.slice(0, mostShown - events.length))),
    },
  });
  // A rule that the run broke leaves the file what it was; any other fault does not.
  const isSealed = report.codes.every((code) => code.startsWith("S"));
  return {
    report,
    shown: isSealed && opened !== undefined ? { ...opened, events } : undefined,
    witnesses: quorum > 0 && signed !== undefined ? { asked: quorum, signed } : undefined,
  };
}

function sourceOf(file: Blob): ByteSource {
  return {
    size: file.size,
    read: async (from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer()),
  };
}

const breathMs = 40;

/** Lets the page draw and listen now and then; a timer in each slice would cost more than the check. */
function createBreath(): () => Promise<void> | undefined {
  let last = performance.now();
  return () => {
    if (performance.now() - last < breathMs) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        last = performance.now();
        resolve();
      }, 0);
    });
  };
}
