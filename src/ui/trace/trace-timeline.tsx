import { memo, useEffect, useRef, useState } from "react";
import { EmptyState, Icon, IconButton, SearchField, Segmented, Tile } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { traceFilters } from "./trace-data.ts";
import type { TraceFilter, TraceLine, TraceTurn } from "./trace-data.ts";

export type TraceTimelineProps = {
  /** Already filtered. */
  turns: readonly TraceTurn[];
  filter: TraceFilter;
  onFilter: (filter: TraceFilter) => void;
  counts: Readonly<Record<TraceFilter, number>>;
  selected: number | undefined;
  onSelect: (seq: number) => void;
};

/** The run as sentences, by turn. */
export function TraceTimeline({ turns, filter, onFilter, counts, selected, onSelect }: TraceTimelineProps) {
  const t = useMessages().trace;
  const [query, setQuery] = useState("");
  const [isSearching, setSearching] = useState(false);
  const toggleSearch = () => {
    setSearching(!isSearching);
    setQuery("");
  };
  const wanted = query.trim().toLowerCase();
  const shown = turns
    .map((turn) => ({ ...turn, lines: turn.lines.filter(({ text }) => text.toLowerCase().includes(wanted)) }))
    .filter(({ lines }) => lines.length > 0);
  return (
    <section className="timeline" aria-label={t.title}>
      <div className="timeline-head">
        <Segmented
          label={t.filter}
          value={filter}
          onChange={onFilter}
          options={traceFilters.map((value) => ({ value, label: t.filters[value], count: counts[value] }))}
        />
        <IconButton icon="search" label={t.search} pressed={isSearching} onPress={toggleSearch} />
        {isSearching && <SearchField label={t.search} size="sm" value={query} onChange={setQuery} />}
      </div>
      <div className="timeline-body">
        {shown.map((turn) => (
          <details key={turn.number} open>
            <summary className="turn">
              <Icon name="chevron-right" size={14} />
              <span className="w6">{t.turn(turn.number)}</span>
              <span className="grow clip t2">{turn.quote}</span>
              <span className="t3 small num">
                <span className="when-shut">{t.steps(turn.stepCount)}</span>
                <span className="when-open">{turn.time}</span>
              </span>
            </summary>
            <ol>
              {turn.lines.map((line) => (
                <Line key={line.seq} line={line} isSelected={line.seq === selected} onSelect={onSelect} />
              ))}
            </ol>
          </details>
        ))}
        {shown.length === 0 && <EmptyState icon="scroll-text" title={t.noSteps} />}
      </div>
    </section>
  );
}

type LineProps = { line: TraceLine; isSelected: boolean; onSelect: (seq: number) => void };

const Line = memo(function Line({ line, isSelected, onSelect }: LineProps) {
  const row = useRef<HTMLButtonElement>(null);
  // A step can be chosen in the overview or in the chain of causes, far from its line.
  useEffect(() => {
    if (isSelected) row.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  return (
    <li>
      <button
        ref={row}
        type="button"
        className={line.depth === 1 ? "ev deep" : "ev"}
        aria-current={isSelected ? "step" : undefined}
        onClick={() => onSelect(line.seq)}
      >
        <Tile icon={line.icon} tone={line.tone} size="sm" />
        <span className="grow clip">{line.text}</span>
        {line.duration && <span className="t3 num small">{line.duration}</span>}
        <span className="t3 num small seq">{line.seq}</span>
      </button>
    </li>
  );
});
