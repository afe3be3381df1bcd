import { useMemo, useState } from "react";
import type { KeyboardEvent } from "react";
import { EmptyState, Icon } from "#ui/kit";
import type { IconName } from "#ui/kit";
import type { TraceSpan } from "./trace-data.ts";
import { VirtualRows } from "./virtual-rows.tsx";
import { pageTraceWords } from "./words.ts";

export type TraceTimeProps = {
  /** A parent stands before what went on in it. */
  spans: readonly TraceSpan[];
  /** A turn's clock face: where a moment stands, from 0 to 1, and the waits that are folded. */
  scaleOf: (turn: number) => {
    at: (time: number) => number;
    folded: readonly { readonly from: number; readonly to: number }[];
  };
  took: (milliseconds: number) => string;
  selected: number | undefined;
  onSelect: (seq: number) => void;
};

const icons: Readonly<Record<TraceSpan["kind"], IconName>> = {
  turn: "message-square",
  node: "workflow",
  model: "sparkles",
  tool: "wrench",
  code: "code-xml",
  search: "book-open",
  opinion: "shield",
  person: "user-round-check",
};

/** The run as a tree of work beside its time: what took how long, in what, and what it cost. */
export function TraceTime({ spans, scaleOf, took, selected, onSelect }: TraceTimeProps) {
  const words = pageTraceWords().time;
  const [shut, setShut] = useState<ReadonlySet<number>>(new Set());
  const shown = useMemo(() => visible(spans, shut), [spans, shut]);
  const current = selected === undefined ? -1 : placeOf(selected, shown);
  const toggle = (seq: number) => {
    const next = new Set(shut);
    if (!next.delete(seq)) next.add(seq);
    setShut(next);
  };
  if (spans.length === 0) return <EmptyState icon="timer" title={words.none} text={words.noneText} />;
  return (
    <section className="work" aria-label={words.title}>
      <div className="work-head small t2" aria-hidden="true">
        <span>{words.what}</span>
        <span>{words.when}</span>
        <span className="right">{words.length}</span>
        <span className="right">{words.tokens}</span>
        <span className="right">{words.cost}</span>
      </div>
      <VirtualRows
        className="work-body"
        label={words.title}
        count={shown.length}
        heightOf={() => 32}
        keyOf={(at) => shown[at]?.seq ?? at}
        current={current}
      >
        {(at, isTabStop) => {
          const span = shown[at];
          return (
            span && (
              <Row
                span={span}
                isShut={shut.has(span.seq)}
                isSelected={at === current}
                tabIndex={isTabStop ? 0 : -1}
                onToggle={toggle}
                {...{ scaleOf, took, onSelect }}
              />
            )
          );
        }}
      </VirtualRows>
    </section>
  );
}

/** The spans that are in nothing shut. */
function visible(spans: readonly TraceSpan[], shut: ReadonlySet<number>): readonly TraceSpan[] {
  let hiddenBelow = Number.POSITIVE_INFINITY;
  return spans.filter((span) => {
    if (span.depth > hiddenBelow) return false;
    hiddenBelow = shut.has(span.seq) ? span.depth : Number.POSITIVE_INFINITY;
    return true;
  });
}

/** The innermost work that the step began, ended or went on in. */
function placeOf(seq: number, spans: readonly TraceSpan[]): number {
  const exact = spans.findIndex((span) => span.seq === seq || span.endSeq === seq);
  if (exact !== -1) return exact;
  return spans.findLastIndex((span) => span.seq <= seq && seq <= (span.endSeq ?? Number.POSITIVE_INFINITY));
}

type RowProps = Pick<TraceTimeProps, "scaleOf" | "took" | "onSelect"> & {
  span: TraceSpan;
  isShut: boolean;
  isSelected: boolean;
  tabIndex: number;
  onToggle: (seq: number) => void;
};

function Row({ span, isShut, isSelected, tabIndex, onToggle, scaleOf, took, onSelect }: RowProps) {
  const words = pageTraceWords().time;
  const title = titleOf(span);
  const length = span.isOpen ? words.open : took(span.to - span.from);
  const onKeyDown = ({ key }: KeyboardEvent) => {
    const isOther = (key === "ArrowLeft" && !isShut) || (key === "ArrowRight" && isShut);
    if (isOther && span.inside > 0) onToggle(span.seq);
  };
  return (
    <div className="work-row" data-selected={isSelected || undefined}>
      <button
        type="button"
        className="work-name"
        style={{ paddingLeft: 12 + span.depth * 20 }}
        aria-current={isSelected ? "step" : undefined}
        aria-expanded={span.inside > 0 ? !isShut : undefined}
        tabIndex={tabIndex}
        onClick={() => onSelect(span.endSeq ?? span.seq)}
        onDoubleClick={() => span.inside > 0 && onToggle(span.seq)}
        onKeyDown={onKeyDown}
      >
        {span.inside > 0 ? <Icon name="chevron-right" size={14} className="twist" /> : <i className="twist" />}
        <Icon name={icons[span.kind]} size={14} />
        <span className={span.kind === "turn" ? "grow clip w6" : "grow clip"}>{title}</span>
        <span className="sr-only">{length}</span>
      </button>
      <Bar {...{ span, scaleOf, took }} />
      <span className="right num small" aria-hidden="true">
        {length}
      </span>
      <span className="right num small" title={span.tokens && words.tokensOf(span.tokens.read, span.tokens.written)}>
        {span.tokens && (span.tokens.read + span.tokens.written).toLocaleString(document.documentElement.lang)}
      </span>
      <span className="right num small">{costOf(span, words)}</span>
    </div>
  );
}

function Bar({ span, scaleOf, took }: Pick<RowProps, "span" | "scaleOf" | "took">) {
  const words = pageTraceWords().time;
  const scale = scaleOf(span.turn);
  const [left, right] = [scale.at(span.from), scale.at(span.to)];
  const folds = scale.folded.filter(({ from, to }) => from >= span.from && to <= span.to);
  return (
    <span className="work-track">
      <i
        className={`work-bar w-${span.kind} ${span.ending ?? ""}`}
        style={{ left: `${left * 100}%`, width: `${Math.max(0, right - left) * 100}%` }}
      />
      {span.kind !== "node" &&
        folds.map(({ from, to }) => (
          <u
            key={from}
            title={words.folded(took(to - from))}
            style={{ left: `${scale.at(from) * 100}%`, width: `${(scale.at(to) - scale.at(from)) * 100}%` }}
          />
        ))}
    </span>
  );
}

function titleOf({ kind, title, turn }: TraceSpan): string {
  const words = pageTraceWords().time;
  switch (kind) {
    case "turn":
      return words.turn(turn);
    case "model":
      return words.asked(title);
    case "code":
      return words.code(title);
    case "search":
      return words.search;
    case "opinion":
      return words.opinion(title);
    case "person":
      return words.person(title);
    case "tool":
    case "node":
      return title;
  }
}

/** Cents say nothing about a single call. What has no price in the flow is not free. */
function costOf({ tokens, dollars }: TraceSpan, words: { noPrice: string; free: string }): string {
  if (tokens === undefined) return "";
  if (dollars === undefined) return words.noPrice;
  if (dollars === 0) return words.free;
  return dollars.toLocaleString(document.documentElement.lang, {
    style: "currency",
    currency: "USD",
    minimumFractionDigits: 4,
    maximumFractionDigits: 4,
  });
}
