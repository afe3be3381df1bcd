import type { CedarFinding, CedarSchema, PolicyEngine } from "./policy-engine.ts";

/** A problem with policy text, as a person reads it. Offsets are UTF-16 units of the text. */
export interface PolicyFinding {
  readonly severity: "error" | "warning";
  readonly rule?: string;
  readonly message: string;
  readonly start?: number;
  readonly end?: number;
}

/** Checks policy text against the tools that exist. No finding of severity `error` means that it can be loaded. */
export function validatePolicy(engine: PolicyEngine, policies: string, schema: CedarSchema): readonly PolicyFinding[] {
  try {
    const found = engine.validate(policies, schema).map(inWords);
    if (found.some(({ severity }) => severity === "error")) return found;
    const loaded = engine.load(policies, schema);
    if (loaded.outcome === "unreadable") return [...found, ...loaded.findings.map(inWords)];
    return [...found, ...loaded.policies.filter(isOpenDoor).map(openDoor)];
  } catch {
    return [{ severity: "error", message: "The policy engine failed while it read the rules." }];
  }
}

function inWords({ policyId, message, help, severity, start, end }: CedarFinding): PolicyFinding {
  const bare = message.replace(/^failed to parse policies from string: /, "").replace(/^for policy `[^`]*`, /, "");
  const text = [bare, ...(help === undefined ? [] : [help])].map(asSentence).join(" ");
  return {
    severity,
    message: policyId === undefined ? text : `Rule ${policyId}: ${text}`,
    ...(policyId === undefined ? {} : { rule: policyId }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

function asSentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.charAt(0).toUpperCase()}${trimmed.slice(1)}${/[.?!]$/.test(trimmed) ? "" : "."}`;
}

function isOpenDoor({ effect, unconditional }: { effect: "permit" | "forbid"; unconditional: boolean }): boolean {
  return effect === "permit" && unconditional;
}

function openDoor({ id }: { id: string }): PolicyFinding {
  return { severity: "warning", rule: id, message: `Rule ${id} lets everybody use every tool.` };
}
