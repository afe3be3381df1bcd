import type { ReactNode } from "react";
import { CountdownRing, Icon, Phrase, Pill } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { ApprovalDecision, ApprovalRequest, SourcePlace } from "./approval.ts";
import { ArgumentRows } from "./argument-rows.tsx";
import { DecisionButtons } from "./decision-buttons.tsx";
import { useDecision } from "./use-decision.ts";

export type ApprovalCompactProps = {
  request: ApprovalRequest;
  onDecide: (decision: ApprovalDecision) => void;
  onSource?: (place: SourcePlace) => void;
  /** Other ways to go on, beside the time. */
  actions?: ReactNode;
  /** Why the last decision did not count. */
  problem?: string | undefined;
  /** What stands beside the rule, as who is deciding. */
  children?: ReactNode;
};

/** The same request beside a chat, without what the chat already shows. */
export function ApprovalCompact({ request, onDecide, onSource, actions, problem, children }: ApprovalCompactProps) {
  const t = useMessages().approvals;
  const decision = useDecision(onDecide);
  const { timeLeft } = request;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- A, E, D work while the focus is in the card
    <article className="approval-compact" tabIndex={-1} onKeyDown={decision.onKeyDown}>
      <div className="row g8">
        <Pill signal="ask" icon="hourglass">
          {t.waitingForPerson}
        </Pill>
        <span className="row g6 small t2 num end">
          <CountdownRing left={timeLeft.left} total={timeLeft.total} />
          {t.left(timeLeft.text)}
          {actions}
        </span>
      </div>
      <p className="said">
        <Phrase words={request.sentence} />
      </p>
      <ArgumentRows
        rows={request.arguments}
        isCompact
        changes={decision.changes}
        onChange={decision.change}
        onSource={onSource}
      />
      <div className="who-decides">
        <div className="row g6 small t2 rule">
          <Icon name="key-round" size={14} tone="guard" />
          <span>
            <Phrase words={request.rule.words} />
          </span>
        </div>
        {children}
      </div>
      {/* Sticks to the lower edge, so that what denying does is read beside the button that does it. */}
      <div className="decide">
        {problem !== undefined && (
          <p className="row g6 small c-stop" role="alert">
            <Icon name="octagon-x" size={14} tone="stop" />
            {problem}
          </p>
        )}
        <p className="small t2">{t.ifDenied}</p>
        <div className="row g8">
          <DecisionButtons
            decision={decision}
            canEdit={request.arguments.some((row) => row.isEditable)}
            size="default"
          />
        </div>
      </div>
    </article>
  );
}
