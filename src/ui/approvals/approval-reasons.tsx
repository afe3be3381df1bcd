import { Icon, Phrase, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { ApprovalRequest } from "./approval.ts";

/** Why a person is asked, what was checked already, and what led here. */
export function ApprovalReasons({
  request,
  onOpenRule,
}: {
  request: ApprovalRequest;
  onOpenRule: (() => void) | undefined;
}) {
  const t = useMessages().approvals;
  return (
    <>
      <div className="two">
        <section>
          <h2 className="label">{t.rule}</h2>
          <p>
            <Phrase words={request.rule.words} />
          </p>
          <div className="row g6 small t2">
            <Icon name="key-round" size={14} tone="guard" />
            {request.rule.name}
            {onOpenRule && (
              <button type="button" className="link" onClick={onOpenRule}>
                {t.openRule}
              </button>
            )}
          </div>
        </section>
        <section>
          <h2 className="label">{t.checked}</h2>
          <ul className="checks">
            {request.checks.map(({ isFine, text }) => (
              <li key={text}>
                <Icon name={isFine ? "check" : "triangle-alert"} size={14} tone={isFine ? "pass" : "ask"} />
                {text}
              </li>
            ))}
          </ul>
        </section>
      </div>
      {request.before.length > 0 && (
        <section className="before">
          <h2 className="label">{t.before}</h2>
          <ol>
            {request.before.map(({ id, time, icon, tone, text }) => (
              <li key={id}>
                <time className="t3 num small">{time}</time>
                <Tile icon={icon} tone={tone} size="sm" />
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
