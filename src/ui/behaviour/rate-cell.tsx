import { Icon } from "#ui/kit";
import type { Mark, Rate } from "#pillars/trace/behaviour";
import type { BehaviourWords } from "../messages/behaviour/index.ts";

const tones: Partial<Record<Mark, string>> = {
  answered: "pass",
  asked: "ask",
  "handed-off": "ask",
  blocked: "stop",
  denied: "stop",
  failed: "stop",
};

/** One share with its interval; a mark where the group differs from all others. */
export function RateCell({ mark, rate, words }: { mark: Mark; rate: Rate; words: BehaviourWords }) {
  const { behaviour } = words;
  const { count, of, low, high, differs } = rate;
  const percent = (share: number) => share.toLocaleString(words.locale, { style: "percent" });
  const at = (share: number) => `${(share * 100).toFixed(2)}%`;
  return (
    <td className="rate" title={behaviour.interval(percent(low), percent(high))}>
      <span className="row g6">
        <b className="num">{of === 0 ? "–" : percent(count / of)}</b>
        {differs !== undefined && (
          <span className="differs">
            <Icon name={differs === "more" ? "chevron-up" : "chevron-down"} size={14} />
            <span className="sr-only">{behaviour[differs]}</span>
          </span>
        )}
      </span>
      <span className={`interval ${tones[mark] ?? ""}`} aria-hidden="true">
        <i className="range" style={{ left: at(low), width: at(high - low) }} />
        {of > 0 && <i className="share" style={{ left: at(count / of) }} />}
      </span>
      <span className="small t2 num">{behaviour.of(count, of)}</span>
    </td>
  );
}
