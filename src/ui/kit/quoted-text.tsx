import { Fragment } from "react";

/** A stretch of text as it came: as it is, marked because a guard stopped or changed it or somebody looks for it, or cut out. */
export type QuotedPart = string | { stopped: string } | { changed: string } | { cut: string } | { sought: string };

/** Text as data: monospaced unless it is `plain`, never styled by what it says. `cut` is the sentence that stands for what was removed. */
export function QuotedText({ parts, plain = false }: { parts: readonly QuotedPart[]; plain?: boolean }) {
  return (
    <span className={plain ? undefined : "mono quoted"}>
      {parts.map((part, at) => (
        <Fragment key={at}>{renderPart(part)}</Fragment>
      ))}
    </span>
  );
}

function renderPart(part: QuotedPart) {
  if (typeof part === "string") return part;
  if ("changed" in part) return <mark className="found change">{part.changed}</mark>;
  if ("sought" in part)
    return (
      <mark className="sought" tabIndex={-1}>
        {part.sought}
      </mark>
    );
  return "stopped" in part ? <mark className="stopped">{part.stopped}</mark> : <span className="cut">{part.cut}</span>;
}
