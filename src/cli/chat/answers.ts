import { z } from "zod";
import { jsonObject, type Flow, type Speaker } from "#engine";
import type { ApprovalRequestEvent, PersonDecision } from "#monitor";
import { readDecisionFile, type TravelledDecision } from "#hosts/workspace";
import { checkAs, readJson } from "../read-file.ts";

const answer = z.strictObject({
  match: z.strictObject({ tool: z.string().min(1) }),
  decision: z.enum(["approve", "deny"]),
  by: z.string().min(1).max(80),
  role: z.string().min(1).max(40).optional(),
  /** Arguments that replace the asked ones; checked by the rules again. */
  edit: jsonObject.optional(),
  comment: z.string().max(1_000).optional(),
});
const answersFile = z.strictObject({ approvals: z.array(answer) });
export type Answer = z.infer<typeof answer>;

/** Decisions that people have made beforehand. An approval counts for one request, a denial for every one that it fits. */
export interface Answers {
  /** The decision for a request and which answer it was, or undefined when nobody has decided it. */
  take(request: ApprovalRequestEvent): { readonly decision: PersonDecision; readonly origin?: string } | undefined;
  /** Why a decision that came as a file was not used; undefined when it was, or when none came. */
  unused(): string | undefined;
}

export async function readAnswers(path: string, flow: Flow): Promise<Answers> {
  const content = await readJson(path);
  const travelled = readDecisionFile(content);
  return travelled === undefined
    ? createAnswers(checkAs(content, answersFile, path).approvals, flow)
    : onlyFor(travelled);
}

/** A decision that was made and signed elsewhere, for one request. */
function onlyFor({ approvalId, decision, origin }: TravelledDecision): Answers {
  let isUsed = false;
  return {
    take(request) {
      if (isUsed || request.attrs.approvalId !== approvalId) return undefined;
      isUsed = true;
      return { decision, origin };
    },
    unused: () =>
      isUsed
        ? undefined
        : "Nothing here waits for this decision: it was decided, its time is over, or it is for another run.",
  };
}

export function createAnswers(answers: readonly Answer[], flow: Flow): Answers {
  const used = new Set<Answer>();
  return {
    take(request) {
      const found = answers.find((each) => !used.has(each) && each.match.tool === request.attrs.tool);
      if (found === undefined) return undefined;
      if (found.decision === "approve") used.add(found);
      return { decision: decisionOf(found, request, flow) };
    },
    unused: () => undefined,
  };
}

function decisionOf(
  { by, role, decision, edit, comment = "" }: Answer,
  request: ApprovalRequestEvent,
  flow: Flow,
): PersonDecision {
  const person = personOf(by, role ?? request.attrs.roles[0] ?? "approver", flow);
  if (edit === undefined || decision === "deny") return { by: person, decision, comment };
  const edited = { ...request.values.arguments, ...edit };
  return { by: person, decision: "edit", comment, edited };
}

/** Somebody the flow knows by id or name, with the role the flow gives them; else a person with the role that is asked for. */
export function personOf(name: string, role: string, flow: Flow): Speaker {
  const same = (text: string) => text.toLowerCase() === name.toLowerCase();
  return flow.speakers.find((each) => same(each.id) || same(each.name)) ?? { id: name.toLowerCase(), name, role };
}
