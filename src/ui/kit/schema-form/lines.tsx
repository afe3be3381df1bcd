import { useState } from "react";
import { TextArea } from "../text-area.tsx";
import type { WidgetProps } from "./widget.ts";

/** A list of short texts, one a line: a long list can be pasted whole. Empty lines count for nothing. */
export function LinesWidget({ label, hint, error, value, onChange, disabled }: WidgetProps) {
  const items = Array.isArray(value) ? value.map(String) : [];
  const [draft, setDraft] = useState<string>();
  const change = (text: string) => {
    setDraft(text);
    onChange(linesOf(text));
  };
  // What is being typed stays as it is typed, until something else changes the list.
  const isDraft = draft !== undefined && linesOf(draft).join("\n") === items.join("\n");
  return (
    <TextArea {...{ label, hint, error, disabled }} value={isDraft ? draft : items.join("\n")} onChange={change} />
  );
}

function linesOf(text: string): string[] {
  return text.split("\n").filter((line) => line.trim() !== "");
}
