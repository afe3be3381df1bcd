import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useMemo, useRef } from "react";
import type { KeyboardEvent, ReactNode } from "react";

export type VirtualRowsProps = {
  label: string;
  count: number;
  /** Height of a row in pixels, known before it is drawn. */
  heightOf: (at: number) => number;
  keyOf: (at: number) => string | number;
  /** The row that one tab stop leads to; arrows go on from it. It is drawn wherever the list stands. */
  current: number;
  /** Rows that stay at the top while what they head is in sight, ascending. */
  heads?: readonly number[];
  className?: string;
  children: (at: number, isTabStop: boolean) => ReactNode;
};

/** Rows beyond the ones in sight that are drawn too, so that a fast hand sees no gaps. */
const overscan = 12;
export const headHeight = 36;
export const rowHeight = 32;

/** A long list of which only what is in sight is drawn. Each row holds one button; arrows, Home and End move between them. */
export function VirtualRows(props: VirtualRowsProps) {
  const { count, heightOf, keyOf, current, heads, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const headBefore = (start: number) => heads?.findLast((at) => at <= start);
  // oxlint-disable-next-line react/incompatible-library -- what it returns is read in this component only
  const list = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan,
    // What heads the rows covers the first one.
    scrollPaddingStart: heads === undefined ? 0 : headHeight,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        const kept = [...defaultRangeExtractor(range), current, heads?.findLast((at) => at <= range.startIndex) ?? 0];
        return [...new Set(kept)].filter((at) => at >= 0 && at < count).sort((a, b) => a - b);
      },
      [current, heads, count],
    ),
  });
  useEffect(() => {
    if (current >= 0) list.scrollToIndex(current, { align: "auto" });
    // oxlint-disable-next-line react/exhaustive-deps -- only another row scrolls, not a list that grew
  }, [current]);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = Number(
      event.target instanceof Element ? event.target.closest("[data-row]")?.getAttribute("data-row") : -1,
    );
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowHeight) - 1);
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -count, End: count };
    const by = Object.hasOwn(steps, event.key) ? steps[event.key as keyof typeof steps] : undefined;
    if (by === undefined || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = Math.min(count - 1, Math.max(0, at + by));
    list.scrollToIndex(next, { align: "auto" });
    focusWhenDrawn(box.current, next);
  };
  const sticky = headBefore(list.range?.startIndex ?? 0);
  const total = list.getTotalSize();
  const style = useMemo(() => ({ height: total }), [total]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys go from one of its buttons to another
    <div ref={box} className={props.className} onKeyDown={onKeyDown}>
      <ul className="virtual" style={style} aria-label={props.label}>
        {list.getVirtualItems().map(({ index, key, start, size }) => (
          <li
            key={key}
            data-row={index}
            aria-setsize={count}
            aria-posinset={index + 1}
            className={index === sticky ? "is-head" : undefined}
            style={index === sticky ? { height: size } : { height: size, transform: `translateY(${start}px)` }}
          >
            {children(index, index === current || (current < 0 && index === 0))}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A row far away is drawn only after the list has scrolled there. */
function focusWhenDrawn(box: HTMLElement | null, at: number, tries = 20): void {
  const button = box?.querySelector<HTMLElement>(`[data-row="${at}"] button`);
  if (button) button.focus({ preventScroll: true });
  else if (tries > 0) requestAnimationFrame(() => focusWhenDrawn(box, at, tries - 1));
}
