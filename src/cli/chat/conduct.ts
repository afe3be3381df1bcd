import type { RunEvent, RunOutput, Speaker } from "#engine";
import { signFor, type ApproverBook, type Decided, type RunSession, type WorkspaceParts } from "#hosts/workspace";
import type { ApprovalRequestEvent, PersonDecision } from "#monitor";
import type { Answers } from "./answers.ts";
import { judgeKey } from "./foreign-key.ts";

export type TurnStatus = "done" | "blocked" | "denied" | "failed" | "stopped" | "waiting";

/** Who decides while a session is conducted. */
export interface Conduct {
  /** A decision was made for a request and the rules refused it, with the reason. */
  readonly onRefused: (request: ApprovalRequestEvent, sentence: string) => void;
  /** Something to say about a decision that counts all the same. */
  readonly onRemark?: (sentence: string) => void;
  readonly answers: Answers;
  /** Asks somebody who sits at the terminal. */
  readonly ask?: (request: ApprovalRequestEvent) => Promise<PersonDecision | undefined>;
  /** Where the keys are of the people who decide. */
  readonly signing?: { readonly book: ApproverBook; readonly parts: WorkspaceParts };
}

/** Sends one message and goes on until the turn has ended or waits for somebody who is not here. */
export async function playMessage(
  session: RunSession,
  text: string,
  speaker: Speaker,
  conduct: Conduct,
): Promise<TurnStatus> {
  await drain(session.send({ text, speaker }));
  return settle(session, conduct);
}

/** Goes on with what an earlier process left: a turn that was interrupted, or one that waits. */
export async function playOn(session: RunSession, conduct: Conduct): Promise<TurnStatus> {
  if (session.waiting().length === 0) await drain(session.resume());
  return settle(session, conduct);
}

async function settle(session: RunSession, conduct: Conduct): Promise<TurnStatus> {
  for (;;) {
    await session.remind();
    const hasExpired = await session.expire();
    const hasDecided = await decideWaiting(session, conduct);
    if (session.waiting().length > 0 && !hasExpired && !hasDecided) return "waiting";
    if (!hasExpired && !hasDecided) return statusOf(session.events());
    await drain(session.resume());
  }
}

async function decideWaiting(session: RunSession, conduct: Conduct): Promise<boolean> {
  const { answers, ask, onRefused } = conduct;
  let hasDecided = false;
  for (const request of session.waiting()) {
    const given = answers.take(request);
    const decision = given?.decision ?? (await ask?.(request));
    if (decision === undefined) continue;
    const isElsewhere = given?.origin !== undefined && given.origin !== (await session.place(request))?.origin;
    const ruling = isElsewhere
      ? { ok: false as const, sentence: "This decision is about a request of another run, so it does not count here." }
      : await decideSigned(session, request, decision, given === undefined, conduct);
    if (ruling.ok) hasDecided = true;
    else onRefused(request, ruling.sentence);
  }
  return hasDecided;
}

/** Somebody who decides here and now gets a key; a file with a name in it signs only for whom this place knows already. */
async function decideSigned(
  session: RunSession,
  request: ApprovalRequestEvent,
  decision: PersonDecision,
  isHere: boolean,
  { signing, onRemark }: Conduct,
): Promise<Decided> {
  if (signing === undefined) return session.decide(request, decision);
  const { book, parts } = signing;
  const signer = () => (isHere ? book.signerOf(decision.by) : book.knownSigner(decision.by));
  const made = await signFor(request, await session.place(request), decision, signer, {
    ...parts,
    witness: book.witness,
  });
  if (!made.ok) return made;
  const { refused, remark } = await judgeKey(made.decision, book);
  if (refused !== undefined) return { ok: false, sentence: refused };
  const decided = await session.decide(request, made.decision);
  if (decided.ok && remark !== undefined && !isHere) onRemark?.(remark);
  return decided;
}

/** What happens is seen through the session's subscription, which tells each event once. */
async function drain(stream: AsyncIterable<RunOutput>): Promise<void> {
  for await (const _ of stream);
}

/** How the last turn ended. A run without a turn has nothing left to do. */
export function statusOf(events: readonly RunEvent[]): TurnStatus {
  const end = events.findLast((event) => event.kind === "turn.end");
  return end?.kind === "turn.end" ? end.attrs.status : "done";
}

/** What the person reads at the end: the last turn's last words, or why there are none. */
export function replyOf(events: readonly RunEvent[]): string {
  const start = events.findLast((event) => event.kind === "turn.start")?.seq ?? 0;
  const turn = events.filter((event) => event.seq >= start);
  const said = turn.findLast((event) => event.kind === "message" && event.attrs.role === "assistant");
  if (said?.kind === "message") return said.values.content ?? "";
  const end = turn.findLast((event) => event.kind === "turn.end");
  return end?.kind === "turn.end" ? (end.values.sentence ?? "") : "";
}
