import { useId } from "react";
import type { ReactNode } from "react";
import { EmptyState, Icon } from "#ui/kit";
import type { Signal } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { Reach, SaidRow } from "./use-reach.ts";

export type ReachTableProps = {
  reach: Reach;
  /** The row whose way is shown. */
  chosen: string | undefined;
  /** The steps on that way, by name. */
  way: readonly string[];
  onChoose: (row: SaidRow) => void;
  /** What can be done with all rules together. */
  actions: ReactNode;
};

/** Rows are told apart by step, tool and who speaks. */
export function reachId({ step, tool, roles }: SaidRow): string {
  return JSON.stringify([step, tool, ...roles]);
}

/** Who can do what, under which condition, alone or after approval. */
export function ReachTable({ reach, chosen, way, onChoose, actions }: ReachTableProps) {
  const t = useMessages().edit.reach;
  if (reach.state === "failed")
    return <EmptyState icon="triangle-alert" tone="stop" title={t.failed} text={t.failedText} />;
  if (reach.rows.length === 0)
    return reach.state === "working" ? (
      <p className="t2 reach-note">{t.working}</p>
    ) : (
      <EmptyState icon="shield-check" title={t.none} text={t.noneText} />
    );
  return (
    <div className="reach" role="region" aria-label={t.title} tabIndex={-1}>
      <div className="reach-about">
        <p className="t2">{t.caption}</p>
        {actions}
      </div>
      <table aria-label={t.title}>
        <thead>
          <tr>
            <th scope="col">{t.tool}</th>
            <th scope="col">{t.who}</th>
            <th scope="col">{t.alone}</th>
            <th scope="col">{t.asked}</th>
          </tr>
        </thead>
        <tbody>
          {reach.rows.map((row) => (
            <Row
              key={reachId(row)}
              row={row}
              way={reachId(row) === chosen ? way : undefined}
              onChoose={() => onChoose(row)}
            />
          ))}
        </tbody>
      </table>
      {reach.state === "working" && <p className="t2 reach-note">{t.working}</p>}
    </div>
  );
}

type RowProps = {
  row: SaidRow;
  /** Of the row that is chosen. */
  way: readonly string[] | undefined;
  onChoose: () => void;
};

function Row({ row, way, onChoose }: RowProps) {
  const t = useMessages().edit.reach;
  const who = useId();
  const { words } = row;
  return (
    <tr className={way && "on"}>
      <th scope="row">
        <button type="button" aria-pressed={way !== undefined} aria-describedby={who} onClick={onChoose}>
          {row.toolTitle}
        </button>
        <span className="small t2">{row.stepTitle}</span>
        {way && (
          <span className="small t2 reach-way" role="status">
            {t.way(way.join(" → "))}
          </span>
        )}
      </th>
      <td id={who} data-label={t.who}>
        <span className="reach-who">{words.who}</span>
      </td>
      <Answer label={t.alone} text={words.alone} tone={row.alone.length === 0 ? undefined : "pass"} />
      <Answer label={t.asked} text={words.asked} tone={row.asked.length === 0 ? undefined : "ask"} />
    </tr>
  );
}

const icons = { pass: "check", ask: "stamp", none: "minus" } as const;

type AnswerProps = { label: string; text: string; tone: Extract<Signal, "pass" | "ask"> | undefined };

function Answer({ label, text, tone }: AnswerProps) {
  return (
    <td data-label={label} className={tone === undefined ? "t2" : undefined}>
      <span className="reach-answer">
        <Icon name={icons[tone ?? "none"]} size={14} tone={tone} />
        <span>{text}</span>
      </span>
    </td>
  );
}
