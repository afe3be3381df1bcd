import { memo, useMemo } from "react";
import { Button, EmptyState, Icon, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { TimelineHead } from "./timeline-head.tsx";
import type { TimelineHeadProps } from "./timeline-head.tsx";
import { isNarrowing, wholeTrace } from "./trace-data.ts";
import type { TraceLine, TraceRow, TraceTurn } from "./trace-data.ts";
import { headHeight, rowHeight, VirtualRows } from "./virtual-rows.tsx";
import { pageTraceWords } from "./words.ts";

export type TraceTimelineProps = TimelineHeadProps & {
  rows: readonly TraceRow[];
  /** Words of a row, asked for when it is seen. */
  lineOf: (row: TraceRow & { kind: "step" }) => TraceLine;
  turnOf: (number: number) => TraceTurn;
  /** Turns of which only the head is shown. */
  shut: ReadonlySet<number>;
  onShut: (turn: number) => void;
  selected: number | undefined;
  onSelect: (seq: number) => void;
};

/** The run as sentences, by turn. */
export function TraceTimeline(props: TraceTimelineProps) {
  const { rows, lineOf, turnOf, shut, onShut, selected, onSelect } = props;
  const t = useMessages().trace;
  const words = pageTraceWords();
  const current = useMemo(() => rowOf(rows, selected), [rows, selected]);
  const heads = useMemo(() => rows.flatMap((row, at) => (row.kind === "turn" ? [at] : [])), [rows]);
  return (
    <section className="timeline" aria-label={t.title}>
      <TimelineHead {...props} />
      {rows.length > 0 && (
        <VirtualRows
          className="timeline-body"
          label={t.title}
          count={rows.length}
          heightOf={(at) => (rows[at]?.kind === "turn" ? headHeight : rowHeight)}
          keyOf={(at) => keyOf(rows[at])}
          current={current}
          heads={heads}
        >
          {(at, isTabStop) => {
            const row = rows[at];
            if (row === undefined) return null;
            const tabIndex = isTabStop ? 0 : -1;
            return row.kind === "turn" ? (
              <Turn turn={turnOf(row.number)} isShut={shut.has(row.number)} {...{ onShut, tabIndex }} />
            ) : (
              <Line row={row} lineOf={lineOf} isSelected={at === current} {...{ onSelect, tabIndex }} />
            );
          }}
        </VirtualRows>
      )}
      {rows.length === 0 && isNarrowing(props.wish) && (
        <EmptyState
          icon="search"
          title={t.noSteps}
          text={words.noneFitText}
          actions={<Button onPress={() => props.onWish(wholeTrace)}>{words.showAll}</Button>}
        />
      )}
      {rows.length === 0 && !isNarrowing(props.wish) && <EmptyState icon="scroll-text" title={t.noSteps} />}
    </section>
  );
}

function keyOf(row: TraceRow | undefined): string {
  return row === undefined ? "" : row.kind === "turn" ? `turn ${row.number}` : `step ${row.seq}`;
}

/** The row of a step: its own, or the line of checks that it is among; -1 where it is not shown. Rows stand in the log's order. */
function rowOf(rows: readonly TraceRow[], seq: number | undefined): number {
  if (seq === undefined) return -1;
  const at = rows.findLastIndex((row) => row.kind === "step" && row.seq <= seq);
  const row = rows[at];
  const isIn = row?.kind === "step" && (row.seq === seq || (row.checks > 1 && seq < row.seq + row.checks));
  return isIn ? at : -1;
}

type TurnProps = { turn: TraceTurn; isShut: boolean; onShut: (turn: number) => void; tabIndex: number };

function Turn({ turn, isShut, onShut, tabIndex }: TurnProps) {
  const t = useMessages().trace;
  return (
    <button
      type="button"
      className="turn"
      aria-expanded={!isShut}
      tabIndex={tabIndex}
      onClick={() => onShut(turn.number)}
    >
      <Icon name="chevron-right" size={14} />
      <span className="w6">{t.turn(turn.number)}</span>
      <span className="grow clip t2">{turn.quote}</span>
      <span className="t3 small num">{isShut ? t.steps(turn.stepCount) : turn.time}</span>
    </button>
  );
}

type LineProps = Pick<TraceTimelineProps, "lineOf" | "onSelect"> & {
  row: TraceRow & { kind: "step" };
  isSelected: boolean;
  tabIndex: number;
};

const Line = memo(function Line({ row, lineOf, isSelected, onSelect, tabIndex }: LineProps) {
  const line = lineOf(row);
  return (
    <button
      type="button"
      className={line.depth === 1 ? "ev deep" : "ev"}
      aria-current={isSelected ? "step" : undefined}
      tabIndex={tabIndex}
      onClick={() => onSelect(line.seq)}
    >
      <Tile icon={line.icon} tone={line.tone} size="sm" />
      <span className="grow clip">{line.text}</span>
      {line.duration && <span className="t3 num small">{line.duration}</span>}
      <span className="t3 num small seq">{line.seq}</span>
    </button>
  );
});
