import { useEffect, useState } from "react";
import { readDecisionFile, readRequestFile } from "#hosts/workspace";
import type { House } from "#hosts/browser";
import type { Approver, JudgedFile, NotTaken, TravelledRequest } from "#hosts/workspace";
import { mayApprove } from "#monitor";
import { Button, Dialog, Icon, notify } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { useNow } from "../app/use-now.ts";
import { ApprovalCard } from "../approvals/index.ts";
import type { ApprovalDecision, ApprovalRequest } from "../approvals/index.ts";
import { saveFile } from "../exchange/index.ts";
import { approvalView } from "../run-log/index.ts";
import { DecidingAs, personDecision, useDecider } from "./deciding.tsx";
import { eventsOfFile, readingOfFile } from "./file-reading.ts";
import { pageWords } from "./words.ts";

type Shown =
  | { readonly kind: "request"; readonly travelled: TravelledRequest; readonly approvers: readonly Approver[] }
  | { readonly kind: "decision"; readonly judged: Extract<JudgedFile, { ok: true }> };

type TravelFileProps = { file: File; onClose: () => void };

/** A request or a decision is some kilobytes; what is larger is read no further. */
const most = 4_000_000;

/** A file that somebody opened in the inbox: another's request to decide about, or the decision that comes back. */
export function TravelFile({ file, onClose }: TravelFileProps) {
  const home = useHome();
  const [shown, setShown] = useState<Shown>();
  const take = async (judged: Extract<JudgedFile, { ok: true }>) => {
    const { house } = await home.house();
    const decided = await house.decide(judged.runId, judged.request, judged.decision);
    const { by } = judged.decision;
    // Who is known is not asked about again; another key in the same name is.
    if (decided.ok && !judged.isKnown) await house.approvers.recognise(by, judged.approver);
    const { taken, takenAndKnown } = pageWords().decide;
    const text = decided.ok
      ? (judged.isKnown ? taken : takenAndKnown)(by.name)
      : (pageWords().said.decision(decided) ?? decided.sentence);
    void notify({ text, signal: decided.ok ? "pass" : "stop" });
    onClose();
  };
  const refuse = (text: string) => {
    void notify({ text, signal: "stop" });
    onClose();
  };
  const fail = () => refuse(pageWords().decide.fileFailed);
  const show = (opened: Opened) => {
    if ("refusal" in opened) return refuse(opened.refusal);
    if (opened.kind === "decision" && opened.judged.isKnown) return void take(opened.judged).catch(fail);
    return setShown(opened);
  };
  useEffect(() => {
    let isGone = false;
    const unlessGone =
      <Value,>(then: (value: Value) => void) =>
      (value: Value) => {
        if (!isGone) then(value);
      };
    home
      .house()
      .then(({ house }) => openFile(file, house))
      .then(unlessGone(show), unlessGone(fail));
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- each file is opened once
  }, [file]);
  if (shown === undefined) return null;
  return shown.kind === "request" ? (
    <RequestDialog {...shown} onClose={onClose} />
  ) : (
    <StrangeKey judged={shown.judged} onTake={() => void take(shown.judged).catch(fail)} onClose={onClose} />
  );
}

type Opened = Shown | { readonly refusal: string };

async function openFile(file: File, house: House): Promise<Opened> {
  const { decide } = pageWords();
  const content = await contentOf(file);
  const travelled = readRequestFile(content);
  if (travelled !== undefined) {
    if (travelled.request.attrs.expiresAt <= Date.now()) return { refusal: decide.requestExpired };
    const approvers = await house.approvers.deciders();
    return { kind: "request", travelled, approvers };
  }
  const decision = readDecisionFile(content);
  if (decision === undefined) return { refusal: decide.noFile };
  const judged = await house.judgeFile(decision);
  if (judged.ok) return { kind: "decision", judged };
  return { refusal: "sentence" in judged ? judged.sentence : whyNot(judged.why) };
}

async function contentOf(file: File): Promise<unknown> {
  if (file.size > most) return undefined;
  try {
    return JSON.parse(await file.text());
  } catch {
    return undefined;
  }
}

function whyNot(why: NotTaken): string {
  const { decide } = pageWords();
  const sentences = {
    elsewhere: decide.fileElsewhere,
    "no-request": decide.fileElsewhere,
    counted: decide.fileCounted,
    decided: decide.fileDecided,
    expired: decide.fileExpired,
    ended: decide.fileEnded,
    unsigned: decide.fileUnsigned,
    "other-person": decide.fileOtherPerson,
  };
  return sentences[why];
}

type StrangeKeyProps = { judged: Extract<JudgedFile, { ok: true }>; onTake: () => void; onClose: () => void };

/** A name in a file is nobody's word; the key is, once a person has recognised it. */
function StrangeKey({ judged, onTake, onClose }: StrangeKeyProps) {
  const { decide } = pageWords();
  const { by, decision } = judged.decision;
  const outcome = { approve: decide.outcomes.approved, edit: decide.outcomes.edited, deny: decide.outcomes.denied };
  const [other] = judged.others;
  return (
    <Dialog
      title={other === undefined ? decide.strangeKey : decide.otherKey(by.name)}
      isOpen
      onClose={onClose}
      footer={
        <Button icon="check" onPress={onTake}>
          {decide.trustKey}
        </Button>
      }
    >
      <div className="col g12">
        <p className="w5">
          {judged.request.values.sentence}. {outcome[decision]}: {decide.person(by.name, by.role)}
        </p>
        {other !== undefined && (
          <p className="row g6 c-stop" role="alert">
            <Icon name="triangle-alert" size={14} tone="stop" />
            {decide.otherKeyText(by.name)}
          </p>
        )}
        <KeyLine label={other && decide.thisKey} vkey={judged.approver} />
        {judged.others.map(({ vkey }) => (
          <KeyLine key={vkey} label={decide.knownKey} vkey={vkey} />
        ))}
        <p className="t2">{decide.strangeKeyText(by.name)}</p>
      </div>
    </Dialog>
  );
}

function KeyLine({ label, vkey }: { label: string | undefined; vkey: string }) {
  return (
    <p className="small wrap-anywhere">
      {label !== undefined && <span className="t2">{label} </span>}
      <span className="mono">{vkey}</span>
    </p>
  );
}

type RequestDialogProps = Omit<Extract<Shown, { kind: "request" }>, "kind"> & { onClose: () => void };

/** The card as the file has it, decided with a key of this browser. */
function RequestDialog({ travelled, approvers, onClose }: RequestDialogProps) {
  const { decide } = pageWords();
  const home = useHome();
  const now = useNow();
  const { request, flow } = travelled;
  const events = eventsOfFile(travelled);
  const { decider, isAnyone, choose } = useDecider(request, events, approvers);
  const [problem, setProblem] = useState<string>();
  const reading = readingOfFile(travelled);
  const answer = async (made: ApprovalDecision) => {
    if (decider === undefined || !mayApprove(request, events, decider)) return setProblem(needed(travelled));
    const { id, name, role } = decider;
    const decision = personDecision(request, made, { id, name, role }, reading);
    if (!decision.ok) return setProblem(decision.sentence);
    const signed = await (await home.house()).house.decisionFile(travelled, decision.decision);
    if (!signed.ok) return setProblem(pageWords().said.decision(signed) ?? signed.sentence);
    const file = `decision-${request.attrs.tool}.json`;
    saveFile(file, signed.file, "application/json");
    void notify({ text: decide.made(file), signal: "pass" });
    onClose();
  };
  return (
    <Dialog title={decide.asked(flow)} isOpen onClose={onClose} size="wide">
      <ApprovalCard
        request={fromFile(approvalView(request, events, reading, now, "approver"), travelled)}
        onDecide={(made) => void answer(made).catch(() => setProblem(decide.fileFailed))}
      >
        {approvers.length === 0 ? (
          <p className="approval-problem" role="alert">
            {problem ?? needed(travelled)}
          </p>
        ) : (
          <div className="approval-args">
            <DecidingAs {...{ request, decider, isAnyone, problem }} speakers={approvers} onChoose={choose} />
          </div>
        )}
      </ApprovalCard>
    </Dialog>
  );
}

function needed({ request }: TravelledRequest): string {
  const { decide } = pageWords();
  return decide.needsProfile(request.attrs.roles.join(", ") || decide.anyRole);
}

/** What a card says about the run around the request is not in a file, so nothing is said about it. */
function fromFile(view: ApprovalRequest, { request }: TravelledRequest): ApprovalRequest {
  const doubts = (request.values.checks ?? []).flatMap(({ why, sentence }) =>
    why === "origin" && typeof sentence === "string" ? [{ isFine: false, text: sentence }] : [],
  );
  return {
    ...view,
    arguments: view.arguments.map(({ place: _, ...row }) => ({
      ...row,
      isReachable: row.origin === "outside" || row.origin === "agent",
    })),
    checks: [...doubts, { isFine: false, text: pageWords().decide.notChecked }],
  };
}
