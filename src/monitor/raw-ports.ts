import type { CodeRequest, CodeRunner, FlowDocument, JsonObject, JsonValue, Models, Tools } from "#engine";
import type { DayUse } from "#pillars/autonomy/day";
import type { Inspector, Transformer } from "#pillars/firewall";
import type { GrantTerms, PolicyEngine, SignedGrant } from "#pillars/privileges";

/** The world, unguarded. A host hands these to the monitor and to nobody else. */
export interface RawPorts {
  readonly models: Models;
  readonly tools: Tools;
  readonly code: CodeRunner;
  readonly search: KnowledgeSearch;
  readonly policy: PolicyEngine;
  readonly inspector: Inspector;
  /** Asked only where a firewall has it switched on. */
  readonly transformer: Transformer;
  /** Signs the grant of a remote tool's call. A workspace brings it; without it such a tool cannot be used. */
  readonly signGrant?: (terms: GrantTerms) => Promise<SignedGrant>;
  /**
   * Runs the work while no other chat of the flow can take of the day's room; a workspace brings it, and without it no limit for a
   * day can be kept. What the work records is stored before another chat looks.
   */
  readonly shareDay?: <T>(work: (balance: DayBalance | undefined) => Promise<T>) => Promise<T>;
  /**
   * Whether a person has approved a call of this tool in an earlier run of the flow, of which `isIt` says that it is what is looked
   * for, and the call was made. A workspace brings it; without it nothing was.
   */
  readonly usedBefore?: (tool: string, isIt: (args: JsonObject) => boolean) => Promise<boolean>;
  /**
   * Whether a person here stands behind the code of a step: it was written here, or they have read and adopted it. A workspace brings
   * it; without it the flow is taken for that of whoever runs it. Where it cannot be said, it rejects, and the code does not run.
   */
  readonly isAdopted?: (code: Pick<CodeRequest, "language" | "source">) => Promise<boolean>;
  /** Digest of a value's canonical form. */
  readonly digest: (value: JsonValue) => string;
  /** Told when a check of a tool call begins; what it gives is called when the check is over. For measuring. */
  readonly probe?: (check: string) => () => void;
  /** Resolves after the time or when the signal aborts. */
  readonly delay: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** What the other chats of the flow have used on a day in UTC; undefined where that cannot be read. */
export interface DayBalance {
  readonly day: string;
  readonly elsewhere: DayUse;
  /** What this chat has used by now, by all that its log holds. */
  readonly here: () => DayUse;
}

/** Pure search over the flow's own documents; best first. */
export type KnowledgeSearch = (
  documents: readonly FlowDocument[],
  query: string,
  limit: number,
) => readonly { readonly documentId: string; readonly title: string; readonly text: string }[];
