import { useEffect, useRef } from "react";
import { Chip, Markdown } from "#ui/kit";
import type { LoadImage } from "#ui/kit";
import { useMessages } from "../messages/index.ts";
import type { ChatEntry } from "./chat-entry.ts";
import { GuardLine } from "./guard-line.tsx";

export type ChatLogProps = {
  entries: readonly ChatEntry[];
  onWhy: (id: string) => void;
  loadImage?: LoadImage | undefined;
};

/** How near the end counts as reading along. */
const near = 48;

/** The conversation; follows the newest line unless someone scrolled up to read. */
export function ChatLog({ entries, onWhy, loadImage }: ChatLogProps) {
  const t = useMessages().chat;
  const box = useRef<HTMLDivElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    if (follows.current && box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [entries]);
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
            <Bubble key={entry.id} entry={entry} loadImage={loadImage} />
          ),
        )}
      </div>
    </div>
  );
}

type BubbleProps = { entry: Extract<ChatEntry, { kind: "message" }>; loadImage: LoadImage | undefined };

function Bubble({ entry, loadImage }: BubbleProps) {
  const t = useMessages().chat;
  const isPerson = entry.from === "person";
  const { sources = [], note } = entry;
  return (
    <div className={isPerson ? "bub me" : "bub it"}>
      <span className="sr-only">{isPerson ? t.you : t.assistant}: </span>
      {isPerson ? <span className="plain">{entry.text}</span> : <Markdown loadImage={loadImage}>{entry.text}</Markdown>}
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
      {note && <div className="bub-note">{note}</div>}
    </div>
  );
}
