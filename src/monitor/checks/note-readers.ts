import { personal, sharedReaders, type Readers } from "#pillars/autonomy";
import { decisionOn } from "./decision-on.ts";
import { rulesOf } from "../rules.ts";
import { specOf, type Check, type ToolCall } from "../tool-call.ts";

/** Before the call uses anything up: who else could make it, and so may read what it answers. */
export const noteReaders: Check = async (call) => {
  call.readers = await readersOf(call);
  return undefined;
};

/**
 * Who may read what a call has read: everybody whom the rules would let make the same call, and whoever made it. What the house
 * works out of earlier results is for no more than those may read.
 */
async function readersOf(call: ToolCall): Promise<Readers> {
  const { effect, name, computes } = specOf(call);
  if (effect !== "read") return undefined;
  const worked = computes === undefined ? undefined : sharedReaders(sourcesOf(call));
  const isLimited = rulesOf(call.scope).some(
    ({ tool, roles, requires }) => tool === name && (roles.length > 0 || requires.ownRecord),
  );
  return isLimited ? sharedReaders([worked, await whoeverMay(call)]) : worked;
}

async function whoeverMay(call: ToolCall): Promise<Readers> {
  const { desk, scope } = call;
  const named = rulesOf(scope).flatMap(({ roles }) => roles);
  const roles = [...new Set([...desk.plan.flow.speakers.map(({ role }) => role), desk.turn.speaker.role, ...named])];
  const allowed: string[] = [];
  for (const role of roles) {
    if (!mayFit(call, role)) continue;
    // As somebody of that role to whom the record does not belong.
    const decision = await decisionOn(call, true, { ...desk.turn.speaker, role });
    if (decision !== undefined && decision.decision !== "deny") allowed.push(role);
  }
  return allowed.length === roles.length ? undefined : [...allowed.toSorted(), personal(desk.turn.speaker.id)];
}

/** Without a rule that could let a stranger of that role, the answer is no, and asking for it in full takes its time. */
function mayFit(call: ToolCall, role: string): boolean {
  const { name } = specOf(call);
  return rulesOf(call.scope).some(
    ({ tool, allow, roles, requires }) =>
      tool === name && allow !== "never" && !requires.ownRecord && (roles.length === 0 || roles.includes(role)),
  );
}

function sourcesOf({ traced, desk }: ToolCall): readonly Readers[] {
  const keys = new Set(Object.values(traced).flatMap(({ label, origin }) => [...label.sources, origin.key ?? ""]));
  return desk.memory.seen.flatMap((each) => (each.kind === "result" && keys.has(each.key) ? [each.readers] : []));
}
