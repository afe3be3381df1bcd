import { EmptyState, Tile } from "#ui/kit";
import type { RunDifference, TraceLine } from "./trace-data.ts";
import { VirtualRows } from "./virtual-rows.tsx";
import { pageTraceWords } from "./words.ts";

export type TraceCompareProps = {
  differences: readonly RunDifference[];
  leftLine: (seq: number) => TraceLine;
  rightLine: (seq: number) => TraceLine;
  selected: number | undefined;
  /** Of this run, or of the other where this one has no such step. */
  onSelect: (seq: number) => void;
  onOther: (seq: number) => void;
};

/** Two runs side by side: every step in which they are not the same. */
export function TraceCompare(props: TraceCompareProps) {
  const { differences, leftLine, rightLine, selected, onSelect, onOther } = props;
  const words = pageTraceWords().compare;
  if (differences.length === 0) return <EmptyState icon="check" tone="pass" title={words.same} text={words.sameText} />;
  const current = differences.findIndex(({ left }) => left !== undefined && left === selected);
  return (
    <>
      <div className="compare-head small t2" aria-hidden="true">
        <span>{words.left}</span>
        <span>{words.right}</span>
      </div>
      <VirtualRows
        className="compare-body"
        label={words.title}
        count={differences.length}
        heightOf={() => 64}
        keyOf={(at) => at}
        current={current}
      >
        {(at, isTabStop) => {
          const each = differences[at];
          if (each === undefined) return null;
          const { left, right, field } = each;
          const go = () => (left === undefined ? right !== undefined && onOther(right) : onSelect(left));
          return (
            <button
              type="button"
              className="compare-row"
              aria-current={at === current ? "step" : undefined}
              tabIndex={isTabStop ? 0 : -1}
              onClick={go}
            >
              <Side
                line={left === undefined ? undefined : leftLine(left)}
                text={field && { name: field.name, value: field.left }}
              />
              <Side
                line={right === undefined ? undefined : rightLine(right)}
                text={field && { name: field.name, value: field.right }}
              />
            </button>
          );
        }}
      </VirtualRows>
    </>
  );
}

function Side({ line, text }: { line: TraceLine | undefined; text: { name: string; value: string } | undefined }) {
  const words = pageTraceWords().compare;
  if (line === undefined) return <span className="compare-side t3">{words.missing}</span>;
  return (
    <span className="compare-side">
      <Tile icon={line.icon} tone={line.tone} size="sm" />
      <span className="grow clip">
        <span className="line clip">{line.text}</span>
        {text !== undefined && (
          <span className="line clip small t2 mono">
            {text.name}: {text.value === "" ? words.nothing : text.value}
          </span>
        )}
      </span>
      <span className="t3 num small">{line.seq}</span>
    </span>
  );
}
