import { Fragment } from "react";
import { Icon } from "./icon.tsx";
import type { IconName } from "./icons.ts";
import { Tooltip } from "./tooltip.tsx";
import { classes } from "./words.ts";

/** A stretch as it came, or one about which there is something to say. */
export type MarkedPart =
  | string
  | {
      text: string;
      /** What is done about it: stopped, a person is asked, changed, only noted. */
      tone: "stop" | "ask" | "change" | "note";
      icon: IconName;
      /** One sentence, shown on hover and on focus. */
      note: string;
    };

export type MarkedTextProps = { label: string; parts: readonly MarkedPart[] };

/** Text as data, with what was found in it marked. Never styled by what it says. */
export function MarkedText({ label, parts }: MarkedTextProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a box that scrolls must be reachable by keyboard
    <div className="mono quoted marked" role="group" aria-label={label} tabIndex={0}>
      {parts.map((part, at) => (
        <Fragment key={at}>{typeof part === "string" ? part : <Mark {...part} />}</Fragment>
      ))}
    </div>
  );
}

function Mark({ text, tone, icon, note }: Exclude<MarkedPart, string>) {
  return (
    <Tooltip text={note}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the reason shows on focus as it does on hover */}
      <mark className={classes("found", tone)} tabIndex={0}>
        <Icon name={icon} size={12} />
        {text}
        <span className="sr-only"> ({note})</span>
      </mark>
    </Tooltip>
  );
}
