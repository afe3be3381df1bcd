import { useState } from "react";
import type { WhatIfEffect } from "#engine";
import { Icon, Segmented, type IconName, type Signal } from "#ui/kit";
import { exactTime } from "../app/when.ts";
import type { BehaviourWords } from "../messages/behaviour/index.ts";
import type { PlayedRun } from "./play-again.ts";
import { whySentence } from "./why.ts";

const order = [
  "stopped",
  "asked",
  "let-through",
  "other-path",
  "unknown",
  "same",
] as const satisfies readonly WhatIfEffect[];

const signs: Record<WhatIfEffect, { readonly icon: IconName; readonly tone: Signal | undefined }> = {
  stopped: { icon: "octagon-x", tone: "stop" },
  asked: { icon: "hand", tone: "ask" },
  "let-through": { icon: "check", tone: "pass" },
  "other-path": { icon: "git-branch", tone: undefined },
  unknown: { icon: "circle-help", tone: undefined },
  same: { icon: "circle-dashed", tone: undefined },
};

type Props = { played: readonly PlayedRun[]; isDone: boolean; isOutdated: boolean; words: BehaviourWords };

/** The sum over all chats, and the chats of each effect. */
export function WhatIfResult({ played, isDone, isOutdated, words }: Props) {
  const { whatIf } = words;
  const [chosen, setChosen] = useState<WhatIfEffect>();
  const of = (effect: WhatIfEffect) => played.filter((each) => each.effect === effect);
  const effect = chosen ?? order.find((each) => of(each).length > 0) ?? "same";
  const stopped = of("stopped").length;
  const isSame = of("same").length === played.length;
  return (
    <section className="what-if">
      <h2>{isDone && isSame ? whatIf.same(played.length) : whatIf.headline(stopped, played.length)}</h2>
      {isOutdated && <p className="small">{whatIf.outdated}</p>}
      <Segmented
        label={whatIf.effect}
        value={effect}
        onChange={setChosen}
        options={order.map((each) => ({
          value: each,
          label: whatIf.effects[each].title,
          count: of(each).length,
          icon: signs[each].icon,
        }))}
      />
      <p className="small t2">{whatIf.effects[effect].text}</p>
      <PlayedTable rows={of(effect)} words={words} />
      {played.some(({ found }) => found?.assumes) && <p className="small t2 measure">{whatIf.assumes}</p>}
    </section>
  );
}

function PlayedTable({ rows, words }: { rows: readonly PlayedRun[]; words: BehaviourWords }) {
  const { whatIf } = words;
  if (rows.length === 0) return <p className="t2">{whatIf.noneOf}</p>;
  return (
    <div className="cardx rates played" role="region" aria-label={whatIf.chat}>
      <table>
        <thead>
          <tr>
            <th scope="col">{whatIf.chat}</th>
            <th scope="col">{whatIf.effect}</th>
            <th scope="col">{whatIf.why}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PlayedRow key={row.run.runId} row={row} words={words} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PlayedRow({ row, words }: { row: PlayedRun; words: BehaviourWords }) {
  const title = row.quote === "" ? row.run.flow.title : row.quote;
  const sign = signs[row.effect];
  return (
    <tr>
      <th scope="row">
        <a className="clip line" href={`#/trace/${row.run.runId}`}>
          {title}
        </a>
        <span className="small t2 w4 clip line">{exactTime(row.run.createdAt, words.locale)}</span>
      </th>
      <td>
        <span className="row g6">
          <Icon name={sign.icon} size={14} tone={sign.tone} />
          {words.whatIf.effects[row.effect].title}
        </span>
      </td>
      <td>{whySentence(row, words)}</td>
    </tr>
  );
}
