import { useState } from "react";
import type { RunEvent, Speaker } from "#engine";
import { mayApprove, type PersonDecision } from "#monitor";
import { Icon, Select } from "#ui/kit";
import type { ApprovalDecision } from "../approvals/index.ts";
import { editedArguments } from "../run-log/index.ts";
import type { Reading, RequestEvent } from "../run-log/index.ts";
import { profileKey } from "./acting.ts";
import { pageWords } from "./words.ts";

/** A card's decision as the house takes it, or why it is none. */
export function personDecision(
  request: RequestEvent,
  decision: ApprovalDecision,
  by: Speaker,
  reading: Reading,
): { ok: true; decision: PersonDecision } | { ok: false; sentence: string } {
  const { comment } = decision;
  if (decision.kind !== "edit") return { ok: true, decision: { by, decision: decision.kind, comment } };
  const edited = editedArguments(request, decision.changes, reading);
  return edited.ok ? { ok: true, decision: { by, decision: "edit", comment, edited: edited.args } } : edited;
}

/** Who is deciding: the first who may, until the person chooses. */
export function useDecider(request: RequestEvent, events: readonly RunEvent[], speakers: readonly Speaker[]) {
  const [chosen, setChosen] = useState<string>();
  const isAnyone = speakers.some((each) => mayApprove(request, events, each));
  const decider =
    speakers.find((each) => profileKey(each) === chosen) ??
    speakers.find((each) => mayApprove(request, events, each)) ??
    speakers[0];
  return { decider, isAnyone, choose: setChosen };
}

type DecidingAsProps = {
  request: RequestEvent;
  speakers: readonly Speaker[];
  decider: Speaker | undefined;
  /** Whether one of them may approve it. */
  isAnyone: boolean;
  onChoose: (key: string) => void;
  /** Why the last decision did not count. */
  problem?: string | undefined;
};

/** In the playground one person plays all parts; the rules hold all the same. */
export function DecidingAs({ request, speakers, decider, isAnyone, onChoose, problem }: DecidingAsProps) {
  const { decide } = pageWords();
  return (
    <>
      <div className="deciding">
        <Select
          label={decide.as}
          icon="user-round"
          value={decider && profileKey(decider)}
          onChange={onChoose}
          options={speakers.map((each) => ({ value: profileKey(each), label: decide.person(each.name, each.role) }))}
        />
      </div>
      {!isAnyone && <p className="small t2">{decide.noneMay(request.attrs.roles.join(", ") || decide.anyRole)}</p>}
      {problem !== undefined && (
        <p className="row g6 small c-stop" role="alert">
          <Icon name="octagon-x" size={14} tone="stop" />
          {problem}
        </p>
      )}
    </>
  );
}
