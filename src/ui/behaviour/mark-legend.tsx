import { marks } from "#pillars/trace/behaviour";
import type { BehaviourWords } from "../messages/behaviour/index.ts";

/** What each column counts. */
export function MarkLegend({ words }: { words: BehaviourWords }) {
  return (
    <dl className="mark-legend small">
      {marks.map((mark) => (
        <div key={mark}>
          <dt>{words.marks[mark].title}</dt>
          <dd className="t2">{words.marks[mark].text}</dd>
        </div>
      ))}
    </dl>
  );
}
