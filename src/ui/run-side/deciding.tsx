import { useState } from "react";
import type { Speaker } from "#engine";
import type { PersonDecision } from "#monitor";
import { Icon, Select } from "#ui/kit";
import type { ApprovalDecision } from "../approvals/index.ts";
import { editedArguments } from "../run-log/index.ts";
import type { Reading, RequestEvent } from "../run-log/index.ts";
import { pageWords } from "./words.ts";

/** Who may decide a request: the roles it names, and never the one who asked. */
export function mayDecide({ attrs }: RequestEvent, { id, role }: Speaker): boolean {
  return id !== attrs.requester && (attrs.roles.length === 0 || attrs.roles.includes(role));
}

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
export function useDecider(request: RequestEvent, speakers: readonly Speaker[]) {
  const [chosen, setChosen] = useState<string>();
  const decider =
    speakers.find(({ id }) => id === chosen) ?? speakers.find((each) => mayDecide(request, each)) ?? speakers[0];
  return { decider, choose: setChosen };
}

type DecidingAsProps = {
  request: RequestEvent;
  speakers: readonly Speaker[];
  decider: Speaker | undefined;
  onChoose: (id: string) => void;
  /** Why the last decision did not count. */
  problem: string | undefined;
};

/** In the playground one person plays all parts; the rules hold all the same. */
export function DecidingAs({ request, speakers, decider, onChoose, problem }: DecidingAsProps) {
  const { decide } = pageWords();
  const isAnyone = speakers.some((each) => mayDecide(request, each));
  return (
    <div className="deciding">
      <Select
        label={decide.as}
        icon="user-round"
        value={decider?.id}
        onChange={onChoose}
        options={speakers.map(({ id, name, role }) => ({ value: id, label: decide.person(name, role) }))}
      />
      {!isAnyone && <p className="small t2">{decide.noneMay(request.attrs.roles.join(", "))}</p>}
      {problem !== undefined && (
        <p className="row g6 small c-stop" role="alert">
          <Icon name="octagon-x" size={14} tone="stop" />
          {problem}
        </p>
      )}
    </div>
  );
}
