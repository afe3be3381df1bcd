import type * as Cedar from "@cedar-policy/cedar-wasm/web";
import type {
  AllowAnswer,
  CedarFinding,
  CedarPolicyInfo,
  CedarRequest,
  CedarSchema,
  LoadAnswer,
  PolicyEngine,
} from "#pillars/privileges";

/** The functions of the Wasm module that we use; its Node and web builds have the same. */
export type CedarModule = Pick<
  typeof Cedar,
  | "isAuthorizedPartial"
  | "policySetTextToParts"
  | "policyToJson"
  | "preparsePolicySet"
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
  const loaded = new Map<string, Extract<LoadAnswer, { outcome: "loaded" }>>();
  const texts = new Map<string, Record<string, string>>();
  const couldAllow = remembered((handle: string, request: CedarRequest, unknown: readonly string[]) => {
    const staticPolicies = texts.get(handle);
    return staticPolicies !== undefined && couldAllowAny(cedar, staticPolicies, request, unknown);
  });

  function load(policies: string, schema: CedarSchema): LoadAnswer {
    const key = JSON.stringify([policies, schema]);
    const known = loaded.get(key);
    if (known !== undefined) return known;
    const checked = check(cedar, policies, schema);
    const errors = checked.findings.filter(({ severity }) => severity === "error");
    if (errors.length > 0) return { outcome: "unreadable", findings: errors };
    const handle = `policies-${loaded.size + 1}`;
    const byId = Object.fromEntries(checked.policies.map(({ id, text }) => [id, text]));
    const parsed = cedar.preparsePolicySet(handle, { staticPolicies: byId });
    if (parsed.type === "failure") return { outcome: "unreadable", findings: asErrors(parsed.errors, policies) };
    const answer = { outcome: "loaded", handle, policies: checked.policies } as const;
    loaded.set(key, answer);
    texts.set(handle, byId);
    return answer;
  }

  return {
    load,
    couldAllow,
    isAllowed: (handle, request) => isAllowed(cedar, handle, request),
    validate: (policies, schema) => check(cedar, policies, schema).findings,
  };
}

/**
 * The request is not checked against the schema again, which would take three times as long: a fact that is missing or of
 * another type makes the policy that asks for it fail, and a failing policy is an error here, never an answer.
 */
function isAllowed(cedar: CedarModule, handle: string, request: CedarRequest): AllowAnswer {
  const { principal, action, resource, context } = request;
  const answer = cedar.statefulIsAuthorized({
    principal,
    action,
    resource,
    context,
    entities: [],
    preparsedPolicySetId: handle,
  });
  if (answer.type === "failure")
    return { outcome: "error", message: answer.errors.map(({ message }) => message).join(" ") };
  const { decision, diagnostics } = answer.response;
  const [broken] = diagnostics.errors;
  if (broken !== undefined) return { outcome: "error", message: broken.error.message };
  return { outcome: "decided", allowed: decision === "allow", reasons: diagnostics.reason };
}

function couldAllowAny(
  cedar: CedarModule,
  staticPolicies: Record<string, string>,
  request: CedarRequest,
  unknown: readonly string[],
): boolean {
  const { principal, action, resource, context } = request;
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
}

/** Partial evaluation parses the policies each time, and an agent asks the same before every step. */
function remembered<Arguments extends readonly unknown[]>(
  ask: (...args: Arguments) => boolean,
): (...args: Arguments) => boolean {
  const answers = new Map<string, boolean>();
  return (...args) => {
    const key = JSON.stringify(args);
    const answer = answers.get(key) ?? ask(...args);
    if (answers.size >= 10_000) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}

interface Checked {
  readonly findings: readonly CedarFinding[];
  readonly policies: readonly NamedPolicy[];
}

function check(cedar: CedarModule, policies: string, schema: CedarSchema): Checked {
  const answer = cedar.validate({ schema: toModule(schema), policies: { staticPolicies: policies } });
  if (answer.type === "failure") return { findings: asErrors(answer.errors, policies), policies: [] };
  const split = splitPolicies(cedar, policies);
  if (split.outcome === "unreadable") return { findings: split.findings, policies: [] };
  const nameOf = (cedarId: string): string =>
    split.policies.find((policy) => policy.cedarId === cedarId)?.id ?? cedarId;
  const findings = [
    ...answer.validationErrors.map(({ policyId, error }) => finding("error", error, policies, nameOf(policyId))),
    ...answer.validationWarnings.map(({ policyId, error }) => finding("warning", error, policies, nameOf(policyId))),
    ...answer.otherWarnings.map((error) => finding("warning", error, policies)),
  ];
  return { findings, policies: split.policies };
}

function asErrors(errors: readonly CedarError[], text: string): readonly CedarFinding[] {
  return errors.map((error) => finding("error", error, text));
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
