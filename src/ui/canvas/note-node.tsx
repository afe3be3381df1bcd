import { memo } from "react";
import type { NoteData } from "./canvas-data.ts";

/** Words beside the flow, for the people who read it. */
export const NoteNode = memo(function NoteNode({ data, selected = false }: { data: NoteData; selected?: boolean }) {
  return <div className={`note ${data.tone}${selected ? " selected" : ""}`}>{data.text}</div>;
});
