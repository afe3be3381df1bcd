import type * as Cedar from "@cedar-policy/cedar-wasm/web";
import type { CedarFinding, CedarPolicyInfo, CedarSchema, LoadAnswer, PolicyEngine } from "#pillars/privileges";

/** The functions of the Wasm module that we use; its Node and web builds have the same. */
export type CedarModule = Pick<
  typeof Cedar,
  | "isAuthorizedPartial"
  | "policySetTextToParts"
  | "policyToJson"
  | "preparsePolicySet"
  | "preparseSchema"
  | "statefulIsAuthorized"
  | "validate"
>;

interface CedarError {
  readonly message: string;
  readonly help: string | null;
  readonly sourceLocations?: readonly { readonly start: number; readonly end: number }[];
}

interface NamedPolicy extends CedarPolicyInfo {
  /** What Cedar calls it in findings about the whole text. */
  readonly cedarId: string;
  readonly text: string;
}

type Split =
  | { readonly outcome: "split"; readonly policies: readonly NamedPolicy[] }
  | Extract<LoadAnswer, { outcome: "unreadable" }>;

/**
 * Cedar as the engine that the privilege pillar asks. The module keeps what it parsed for as long as it lives, so a handle
 * is never given to a second text: an old run can't end up under new rules.
 */
export function policyEngine(cedar: CedarModule): PolicyEngine {
  const handles = new Map<string, LoadAnswer & { outcome: "loaded" }>();
  const texts = new Map<string, Record<string, string>>();

  function load(policies: string, schema: CedarSchema): LoadAnswer {
    const key = JSON.stringify([policies, schema]);
    const known = handles.get(key);
    if (known !== undefined) return known;
    const errors = findProblems(cedar, policies, schema).filter(({ severity }) => severity === "error");
    if (errors.length > 0) return { outcome: "unreadable", findings: errors };
    const split = splitPolicies(cedar, policies);
    if (split.outcome === "unreadable") return split;
    const handle = `policies-${handles.size + 1}`;
    const byId = Object.fromEntries(split.policies.map(({ id, text }) => [id, text]));
    const parsed = [
      cedar.preparsePolicySet(handle, { staticPolicies: byId }),
      cedar.preparseSchema(handle, toModule(schema)),
    ];
    const failed = parsed.flatMap((answer) => (answer.type === "failure" ? answer.errors : []));
    if (failed.length > 0)
      return { outcome: "unreadable", findings: failed.map((error) => finding("error", error, policies)) };
    const answer = { outcome: "loaded", handle, policies: split.policies } as const;
    handles.set(key, answer);
    texts.set(handle, byId);
    return answer;
  }

  return {
    load,
    isAllowed(handle, { principal, action, resource, context }) {
      const answer = cedar.statefulIsAuthorized({
        principal,
        action,
        resource,
        context,
        entities: [],
        preparsedPolicySetId: handle,
        preparsedSchemaName: handle,
        validateRequest: true,
      });
      if (answer.type === "failure")
        return { outcome: "error", message: answer.errors.map(({ message }) => message).join(" ") };
      const { decision, diagnostics } = answer.response;
      const [broken] = diagnostics.errors;
      if (broken !== undefined) return { outcome: "error", message: broken.error.message };
      return { outcome: "decided", allowed: decision === "allow", reasons: diagnostics.reason };
    },
    couldAllow(handle, { principal, action, resource, context }, unknown) {
      const staticPolicies = texts.get(handle);
      if (staticPolicies === undefined) return false;
      const open = Object.fromEntries(unknown.map((name) => [name, { __extn: { fn: "unknown", arg: name } }]));
      const answer = cedar.isAuthorizedPartial({
        principal,
        action,
        resource,
        context: { ...open, ...context },
        entities: [],
        policies: { staticPolicies },
      });
      return answer.type === "residuals" && answer.response.decision !== "deny";
    },
    validate: (policies, schema) => findProblems(cedar, policies, schema),
  };
}

function findProblems(cedar: CedarModule, policies: string, schema: CedarSchema): readonly CedarFinding[] {
  const answer = cedar.validate({ schema: toModule(schema), policies: { staticPolicies: policies } });
  if (answer.type === "failure") return answer.errors.map((error) => finding("error", error, policies));
  const split = splitPolicies(cedar, policies);
  if (split.outcome === "unreadable") return split.findings;
  const nameOf = (cedarId: string): string =>
    split.policies.find((policy) => policy.cedarId === cedarId)?.id ?? cedarId;
  return [
    ...answer.validationErrors.map(({ policyId, error }) => finding("error", error, policies, nameOf(policyId))),
    ...answer.validationWarnings.map(({ policyId, error }) => finding("warning", error, policies, nameOf(policyId))),
    ...answer.otherWarnings.map((error) => finding("warning", error, policies)),
  ];
}

/** Policies with the names their authors gave them: `@id`, else their place in the text. */
function splitPolicies(cedar: CedarModule, text: string): Split {
  const parts = cedar.policySetTextToParts(text);
  if (parts.type === "failure")
    return { outcome: "unreadable", findings: parts.errors.map((error) => finding("error", error, text)) };
  if (parts.policy_templates.length > 0) return unreadable("Templates with slots cannot be used here.");
  // Cedar numbers policies in order of the text and returns them in alphabetical order of these names: policy10 before policy2.
  const cedarIds = parts.policies.map((_, index) => `policy${index}`).sort();
  const policies: NamedPolicy[] = [];
  for (const [index, part] of parts.policies.entries()) {
    const parsed = cedar.policyToJson(part);
    if (parsed.type === "failure")
      return { outcome: "unreadable", findings: parsed.errors.map((error) => finding("error", error, part)) };
    const { effect, annotations = {}, principal, action, resource, conditions } = parsed.json;
    const cedarId = cedarIds[index] ?? "policy";
    const id = annotations["id"] ?? cedarId;
    if (policies.some((policy) => policy.id === id)) return unreadable(`Two policies have the id "${id}".`);
    const heads = [principal, action, resource];
    policies.push({
      id,
      cedarId,
      effect,
      annotations,
      text: part,
      unconditional: conditions.length === 0 && heads.every(({ op }) => op === "All"),
    });
  }
  return { outcome: "split", policies };
}

function unreadable(message: string): Extract<LoadAnswer, { outcome: "unreadable" }> {
  return { outcome: "unreadable", findings: [{ severity: "error", message }] };
}

function finding(
  severity: "error" | "warning",
  { message, help, sourceLocations }: CedarError,
  text: string,
  policyId?: string,
): CedarFinding {
  const [place] = sourceLocations ?? [];
  return {
    severity,
    message,
    ...(policyId === undefined ? {} : { policyId }),
    ...(help === null ? {} : { help }),
    ...(place === undefined ? {} : { start: utf16Offset(text, place.start), end: utf16Offset(text, place.end) }),
  };
}

/** Cedar counts bytes of UTF-8, editors count UTF-16 units. */
function utf16Offset(text: string, byteOffset: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, byteOffset)).length;
}

/** Cedar's types are mutable; the copy keeps ours out of its reach. */
function toModule(schema: CedarSchema) {
  return structuredClone(schema);
}
