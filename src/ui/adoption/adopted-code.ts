import type { DrawnNode, Flow, JsonObject, NodeRegistry } from "#engine";
import { codeIn, codeKey, isAdopted, wantsOf, type CodeText } from "#hosts/workspace";
import type { TrustRepository } from "#store";

/** A step's code that nobody has adopted yet; undefined where there is none, and in a flow that was made here. */
export async function foreignCode(
  trust: Pick<TrustRepository, "read">,
  flowId: string,
  { definition, config }: Pick<DrawnNode, "definition" | "config">,
  registry: NodeRegistry,
): Promise<CodeText | undefined> {
  const code = codeIn(definition, config);
  if (code === undefined) return undefined;
  return isAdopted(code, (await trust.read(flowId))?.allowed, registry) ? undefined : code;
}

type Trust = Pick<TrustRepository, "read" | "write">;

/** Stores that a person has read this code and stands behind it. Nothing is stored for a flow that was made here. */
export async function adopt(trust: Trust, flow: Flow, code: CodeText, registry: NodeRegistry): Promise<void> {
  const record = await trust.read(flow.id);
  if (record === undefined) return;
  const allowed = [...record.allowed.filter((key) => key !== codeKey(code)), codeKey(code)];
  await trust.write(flow.id, { ...record, allowed: within(allowed, flow, registry) });
}

/** Every letter that is typed into adopted code makes another one; those that stand nowhere any more are forgotten first. */
const mostKept = 1_000;

function within(allowed: readonly string[], flow: Flow, registry: NodeRegistry): string[] {
  if (allowed.length <= mostKept) return [...allowed];
  const wanted = new Set(wantsOf(flow, registry).map(({ key }) => key));
  const spare = new Set(allowed.filter((key) => key.startsWith("code:") && !wanted.has(key)).slice(0, mostKept / 2));
  return allowed.filter((key) => !spare.has(key));
}

export interface TypedChange {
  readonly trust: Trust;
  /** With the change in it. */
  readonly flow: Flow;
  readonly definition: DrawnNode["definition"];
  readonly before: JsonObject;
  readonly after: JsonObject;
  readonly registry: NodeRegistry;
}

let settled: Promise<void> = Promise.resolve();

/**
 * What a person types into code that they have adopted is their own. Into code that they have not adopted nothing is carried over: the
 * rest of it is still foreign. One change after the other, because each stands on the one before.
 */
export function carryOver(change: TypedChange): Promise<void> {
  const next = () => carry(change);
  settled = settled.then(next, next);
  return settled;
}

async function carry({ trust, flow, definition, before, after, registry }: TypedChange): Promise<void> {
  const [old, now] = [codeIn(definition, before), codeIn(definition, after)];
  if (old === undefined || now === undefined || codeKey(old) === codeKey(now)) return;
  const allowed = (await trust.read(flow.id))?.allowed;
  if (allowed === undefined || !isAdopted(old, allowed, registry)) return;
  await adopt(trust, flow, now, registry);
}
