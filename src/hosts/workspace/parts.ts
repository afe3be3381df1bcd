import type { Flow } from "#engine";
import type { RawPorts } from "#monitor";
import type { NativeWork, TraceStore } from "#pillars/trace";
import type { KeyRing } from "./key-ring.ts";

/** What the shelf remembers of a run beside its log: the flow it was opened with, which a resume needs. */
export interface RunRecord {
  readonly runId: string;
  readonly origin: string;
  readonly flow: Flow;
  readonly vkey: string;
  readonly createdAt: number;
}

export interface RunShelf {
  put(record: RunRecord): Promise<void>;
  get(runId: string): Promise<RunRecord | undefined>;
  list(): Promise<readonly RunRecord[]>;
  /** The runs of one flow, in any order. */
  ofFlow(flowId: string): Promise<readonly RunRecord[]>;
}

/** One platform, as a workspace needs it. */
export interface WorkspaceParts {
  readonly platform: "memory" | "browser" | "node";
  readonly store: TraceStore;
  readonly shelf: RunShelf;
  readonly keys: KeyRing;
  readonly ports: RawPorts;
  /** Holds a lock while the work lasts; refuses (undefined) when another tab or process holds it and `wait` is false. */
  readonly lock: <T>(name: string, wait: boolean, work: () => Promise<T>) => Promise<T | undefined>;
  readonly now: () => number;
  /** Microseconds on a clock that only goes forward. */
  readonly monoUs: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly idle: () => Promise<void>;
  readonly native?: NativeWork;
  /** The page that goes into every copy that leaves, to check it with; undefined where it cannot be had, and the copy goes without. */
  readonly verifyPage?: () => Promise<Uint8Array | undefined>;
  /**
   * What a person has allowed a flow that came from a file; undefined for one that was made here. Left out where whoever runs a flow
   * has named it themselves.
   */
  readonly allowed?: (flowId: string) => Promise<readonly string[] | undefined>;
  /** The flow of that id as it is drawn now; left out where nothing is drawn. */
  readonly drawn?: (flowId: string) => Promise<Flow | undefined>;
}

export const engineVersion = "0.1.0";
