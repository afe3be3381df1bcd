import { Fragment } from "react";

/** A stretch of text as it came: as it is, marked because a guard stopped or changed it, or cut out. */
export type QuotedPart = string | { stopped: string } | { changed: string } | { cut: string };

/** Text as data: monospaced, never styled by what it says. `cut` is the sentence that stands for what was removed. */
export function QuotedText({ parts }: { parts: readonly QuotedPart[] }) {
  return (
    <span className="mono quoted">
      {parts.map((part, at) => (
        <Fragment key={at}>{renderPart(part)}</Fragment>
      ))}
    </span>
  );
}

function renderPart(part: QuotedPart) {
  if (typeof part === "string") return part;
  if ("changed" in part) return <mark className="found change">{part.changed}</mark>;
  return "stopped" in part ? <mark className="stopped">{part.stopped}</mark> : <span className="cut">{part.cut}</span>;
}
