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
  /** What stands above the buttons, as who is deciding. */
  children?: ReactNode;
};

/** The same request beside a chat, without what the chat already shows. */
export function ApprovalCompact({ request, onDecide, onSource, children }: ApprovalCompactProps) {
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
      <div className="row g6 small t2">
        <Icon name="key-round" size={14} tone="guard" />
        <span>
          <Phrase words={request.rule.words} />
        </span>
      </div>
      {children}
      <p className="small t2">{t.ifDenied}</p>
      <div className="row g8 decide">
        <DecisionButtons decision={decision} canEdit={request.arguments.some((row) => row.isEditable)} size="default" />
      </div>
    </article>
  );
}
