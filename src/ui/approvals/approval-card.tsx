import type { ReactNode } from "react";
import { CountdownRing, Icon, Phrase, TextField, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { ApprovalDecision, ApprovalRequest, SourcePlace } from "./approval.ts";
import { ApprovalReasons } from "./approval-reasons.tsx";
import { ArgumentRows } from "./argument-rows.tsx";
import { DecisionButtons } from "./decision-buttons.tsx";
import { useDecision } from "./use-decision.ts";

export type ApprovalCardProps = {
  request: ApprovalRequest;
  onDecide: (decision: ApprovalDecision) => void;
  /** Left out where the flow is not at hand. */
  onOpenRule?: () => void;
  onOpenNotice?: () => void;
  onSource?: (place: SourcePlace) => void;
  /** What stands above the decision, as why the last one did not count. */
  children?: ReactNode;
};

/** The whole request: what will happen, with what, from where, under which rule, and the decision. */
export function ApprovalCard({ request, onDecide, onOpenRule, onOpenNotice, onSource, children }: ApprovalCardProps) {
  const t = useMessages().approvals;
  const decision = useDecision(onDecide);
  const { notice } = request;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- A, E, D work while the focus is in the card
    <article className="approval" tabIndex={-1} onKeyDown={decision.onKeyDown}>
      <ApprovalHead request={request} />
      <h1 className="big">
        <Phrase words={request.sentence} />
      </h1>
      <div className="approval-args">
        <ArgumentRows
          rows={request.arguments}
          changes={decision.changes}
          onChange={decision.change}
          onSource={onSource}
        />
        {notice && (
          <div className="gl notice">
            <Icon name="octagon-x" size={14} tone="stop" />
            <span>
              <Phrase words={notice.words} />{" "}
              {notice.link && (
                <button type="button" className="link" onClick={onOpenNotice}>
                  {notice.link}
                </button>
              )}
            </span>
          </div>
        )}
      </div>
      <ApprovalReasons request={request} onOpenRule={onOpenRule} />
      {children}
      <p className="small t2 if-denied">{t.ifDenied}</p>
      <footer>
        <div className="grow">
          <TextField
            label={t.comment}
            hideLabel
            placeholder={t.comment}
            icon="message-circle"
            size="lg"
            value={decision.comment}
            onChange={decision.setComment}
          />
        </div>
        <div className="decide-buttons">
          <DecisionButtons decision={decision} canEdit={request.arguments.some((row) => row.isEditable)} size="lg" />
        </div>
      </footer>
    </article>
  );
}

function ApprovalHead({ request }: { request: ApprovalRequest }) {
  const t = useMessages().approvals;
  const { timeLeft, escalatesTo } = request;
  return (
    <header>
      <Tile icon={request.icon} tone={request.group} size="lg" />
      <div className="grow">
        <div className="w5">{t.asksToUse(request.who, request.tool)}</div>
        <div className="small t2">{request.context}</div>
      </div>
      <div className="deadline">
        <div>
          <div className="w5 num">{t.left(timeLeft.text)}</div>
          <div className="small t2">{escalatesTo === undefined ? t.thenDenied : t.thenEscalated(escalatesTo)}</div>
        </div>
        <CountdownRing left={timeLeft.left} total={timeLeft.total} size={32} />
      </div>
    </header>
  );
}
