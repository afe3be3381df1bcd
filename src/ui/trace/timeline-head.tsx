import { useState } from "react";
import { IconButton, SearchField, Segmented, Select } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import { isNarrowing, traceEndings, traceFilters, traceParts } from "./trace-data.ts";
import type { TraceFilter, TraceSearch, TraceWish } from "./trace-data.ts";
import { pageTraceWords } from "./words.ts";

export type TimelineHeadProps = {
  wish: TraceWish;
  onWish: (wish: TraceWish) => void;
  counts: Readonly<Record<TraceFilter, number>>;
  search: TraceSearch;
  /** What the node of the wish is called. */
  nodeTitle?: string | undefined;
  /** How far the trace is read, while it is. */
  progress?: { done: number; all: number } | undefined;
};

/** Which steps are shown: by kind, and behind the glass by guardrail, outcome and words. */
export function TimelineHead({ wish, onWish, counts, search, nodeTitle, progress }: TimelineHeadProps) {
  const t = useMessages().trace;
  const words = pageTraceWords();
  const [isOpen, setOpen] = useState(false);
  const toggle = () => {
    setOpen(!isOpen);
    if (!isOpen) return;
    search.onQuery("");
    onWish({ ...wish, part: "all", ending: "all" });
  };
  return (
    <div className="timeline-head">
      <Segmented
        label={t.filter}
        value={wish.filter}
        onChange={(filter) => onWish({ ...wish, filter })}
        options={traceFilters.map((value) => ({ value, label: t.filters[value], count: counts[value] }))}
      />
      <IconButton icon="search" label={words.searchAndFilter} pressed={isOpen} onPress={toggle} />
      {isOpen && <SearchField label={t.search} size="sm" value={search.query} onChange={search.onQuery} />}
      {isOpen && <Choices {...{ wish, onWish }} />}
      {wish.node !== undefined && (
        <p className="row g6 small timeline-note">
          <span className="grow clip">{words.onlyNode(nodeTitle ?? wish.node)}</span>
          <IconButton icon="x" label={words.allNodes} onPress={() => onWish({ ...wish, node: undefined })} />
        </p>
      )}
      <p className="small t2 timeline-note" role="status">
        {told(search, wish, words)}
      </p>
      {progress && (
        <p className="small t2 timeline-note">
          <progress max={progress.all} value={progress.done} aria-label={words.reading(progress.done, progress.all)} />
          {words.reading(progress.done, progress.all)}
        </p>
      )}
    </div>
  );
}

function told({ query, done, all, found }: TraceSearch, wish: TraceWish, words: ReturnType<typeof pageTraceWords>) {
  if (query.trim() === "" || !isNarrowing(wish)) return "";
  return done < all ? `${words.found(found)}. ${words.searching(done, all)}` : words.found(found);
}

function Choices({ wish, onWish }: Pick<TimelineHeadProps, "wish" | "onWish">) {
  const words = pageTraceWords();
  return (
    <div className="timeline-choices">
      <Select
        label={words.part}
        hideLabel
        size="sm"
        icon="filter"
        value={wish.part}
        onChange={(chosen) => onWish({ ...wish, part: traceParts.find((part) => part === chosen) ?? "all" })}
        options={(["all", ...traceParts] as const).map((value) => ({ value, label: words.parts[value] }))}
      />
      <Select
        label={words.ending}
        hideLabel
        size="sm"
        value={wish.ending}
        onChange={(chosen) => onWish({ ...wish, ending: traceEndings.find((ending) => ending === chosen) ?? "all" })}
        options={(["all", ...traceEndings] as const).map((value) => ({ value, label: words.endings[value] }))}
      />
    </div>
  );
}
