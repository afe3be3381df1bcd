import { useEffect, useRef } from "react";
import { Chip, DataTable, Markdown, QuotedText, classes, rowsIn } from "#ui/kit";
import type { LoadImage, QuotedPart } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { ChatEntry } from "./chat-entry.ts";
import { GuardLine } from "./guard-line.tsx";

export type ChatLogProps = {
  entries: readonly ChatEntry[];
  onWhy: (id: string) => void;
  loadImage?: LoadImage | undefined;
  /** A message that somebody came to see, in parts of which one is marked. */
  sought?: SoughtMessage | undefined;
};

export type SoughtMessage = { id: string; parts: readonly QuotedPart[]; note: string };

/** How near the end counts as reading along. */
const near = 48;

/** The conversation; follows the newest line unless someone scrolled up to read. */
export function ChatLog({ entries, onWhy, loadImage, sought }: ChatLogProps) {
  const t = useMessages().chat;
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    if (follows.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [entries]);
  useEffect(() => {
    const found = sought && box.current?.querySelector<HTMLElement>(".bub.sought");
    if (!found) return;
    follows.current = false;
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
  }, [sought]);
  const onScroll = () => {
    const element = box.current;
    if (element) follows.current = element.scrollHeight - element.scrollTop - element.clientHeight < near;
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <div ref={box} className="chat-log" role="log" aria-label={t.log} tabIndex={0} onScroll={onScroll}>
      <div className="chat-lines">
        {entries.map((entry) =>
          entry.kind === "event" ? (
            <GuardLine key={entry.id} event={entry} onWhy={onWhy} />
          ) : (
            <Bubble
              key={entry.id}
              entry={entry}
              loadImage={loadImage}
              sought={sought?.id === entry.id ? sought : undefined}
            />
          ),
        )}
      </div>
    </div>
  );
}

/** A text with its marks; rows that a step wrote as text are a table again. */
function Said({ text, loadImage }: { text: string; loadImage: LoadImage | undefined }) {
  const table = rowsIn(text);
  return table === undefined ? <Markdown loadImage={loadImage}>{text}</Markdown> : <DataTable table={table} />;
}

type BubbleProps = {
  entry: Extract<ChatEntry, { kind: "message" }>;
  loadImage: LoadImage | undefined;
  sought: SoughtMessage | undefined;
};

function Bubble({ entry, loadImage, sought }: BubbleProps) {
  const t = useMessages().chat;
  const isPerson = entry.from === "person";
  const { sources = [], note } = entry;
  return (
    <div className={classes("bub", isPerson ? "me" : "it", sought && "sought")} tabIndex={sought && -1}>
      <span className="sr-only">{isPerson ? t.you : t.assistant}: </span>
      {isPerson ? (
        <span className="plain">{sought ? <QuotedText parts={sought.parts} plain /> : entry.text}</span>
      ) : (
        <Said text={entry.text} loadImage={loadImage} />
      )}
      {entry.isStreaming && <span className="caret" aria-hidden="true" />}
      {sources.length > 0 && (
        <div className="bub-sources">
          {t.sources}
          {sources.map((title) => (
            <Chip key={title} icon="book-open">
              {title}
            </Chip>
          ))}
        </div>
      )}
      {sought && <div className="bub-note">{sought.note}</div>}
      {note && <div className="bub-note">{note}</div>}
    </div>
  );
}
