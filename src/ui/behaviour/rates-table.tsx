import { marks, overallRates, type BehaviourGroup, type CountedTurn, type Mark } from "#pillars/trace/behaviour";
import type { BehaviourWords } from "../messages/behaviour/index.ts";
import { RateCell } from "./rate-cell.tsx";

export interface NamedGroup {
  readonly group: BehaviourGroup;
  readonly title: string;
  readonly note: string;
}

const always: ReadonlySet<Mark> = new Set<Mark>(["answered", "asked", "blocked", "denied", "failed", "handed-off"]);

/** A row for all messages and one for each group, a column for each way in which a message can end. */
export function RatesTable({
  groups,
  turns,
  words,
}: {
  groups: readonly NamedGroup[];
  turns: readonly CountedTurn[];
  words: BehaviourWords;
}) {
  const all = overallRates(turns);
  const shown = marks.filter((mark) => always.has(mark) || all[mark].count > 0);
  return (
    <div className="cardx rates" role="region" aria-label={words.behaviour.title}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.behaviour.group}</th>
            {shown.map((mark) => (
              <th key={mark} scope="col" title={words.marks[mark].text}>
                {words.marks[mark].title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr className="all">
            <th scope="row">
              <span className="clip line">{words.behaviour.all}</span>
              <span className="small t2 w4 clip line">{words.messages(turns.length)}</span>
            </th>
            {shown.map((mark) => (
              <RateCell key={mark} mark={mark} rate={all[mark]} words={words} />
            ))}
          </tr>
          {groups.map(({ group, title, note }) => (
            <tr key={group.group ?? ""}>
              <th scope="row">
                <span className="clip line">{title}</span>
                <span className="small t2 w4 clip line">{note}</span>
              </th>
              {shown.map((mark) => (
                <RateCell key={mark} mark={mark} rate={group.rates[mark]} words={words} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
