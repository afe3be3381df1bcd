/**
 * What the pure code needs of Cedar. Hosts load the Wasm module and inject this; every answer is a value, and an engine
 * that throws is treated as one that says no.
 */
export interface PolicyEngine {
  /**
   * Parses, checks against the schema and keeps the policies. Equal text and schema give an equal handle. The id of a policy is its `@id`
   * annotation.
   */
  load(policies: string, schema: CedarSchema): LoadAnswer;
  isAllowed(handle: string, request: CedarRequest): AllowAnswer;
  /** True unless the policies deny every request with this head, whatever the rest of its context is. */
  couldAllow(handle: string, head: CedarRequest, unknown: readonly string[]): boolean;
  validate(policies: string, schema: CedarSchema): readonly CedarFinding[];
}

/** A handle for loaded policies, or why they were not loaded. */
export type LoadAnswer =
  | { readonly outcome: "loaded"; readonly handle: string; readonly policies: readonly CedarPolicyInfo[] }
  | { readonly outcome: "unreadable"; readonly findings: readonly CedarFinding[] };

/** Cedar's answer with the policies that determined it; `error` when any policy failed, which must count as no. */
export type AllowAnswer =
  | { readonly outcome: "decided"; readonly allowed: boolean; readonly reasons: readonly string[] }
  | { readonly outcome: "error"; readonly message: string };

/** One loaded policy. */
export interface CedarPolicyInfo {
  readonly id: string;
  readonly effect: "permit" | "forbid";
  readonly annotations: Readonly<Record<string, string>>;
  /** True when the policy names no principal, action, resource or condition. */
  readonly unconditional: boolean;
}

/** One question to Cedar. */
export interface CedarRequest {
  readonly principal: CedarUid;
  readonly action: CedarUid;
  readonly resource: CedarUid;
  readonly context: Readonly<Record<string, CedarValue>>;
}

export interface CedarUid {
  readonly type: string;
  readonly id: string;
}

export type CedarValue = boolean | number | string;

/** A problem in policy text; offsets are UTF-16 units of the whole text, where known. */
export interface CedarFinding {
  readonly severity: "error" | "warning";
  readonly policyId?: string;
  readonly message: string;
  readonly help?: string;
  readonly start?: number;
  readonly end?: number;
}

/** The part of Cedar's JSON schema format that we generate. */
export type CedarSchema = Readonly<Record<string, CedarNamespace>>;

export interface CedarNamespace {
  readonly entityTypes: Readonly<Record<string, Record<string, never>>>;
  readonly actions: Readonly<Record<string, CedarAction>>;
}

export interface CedarAction {
  readonly appliesTo: {
    readonly principalTypes: string[];
    readonly resourceTypes: string[];
    readonly context: { readonly type: "Record"; readonly attributes: Record<string, CedarAttribute> };
  };
}

export interface CedarAttribute {
  readonly type: "Boolean" | "Long" | "String";
  readonly required?: boolean;
}
