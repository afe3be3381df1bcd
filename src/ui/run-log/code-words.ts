import type { IconName } from "#ui/kit";
import type { EventOfKind } from "./log.ts";
import type { Reading } from "./reading.ts";

/** How a run in the sandbox is spoken of: code, or a query. */
export function codeWords(start: EventOfKind<"sandbox.start"> | undefined, { words }: Reading) {
  return start?.attrs.language === "sql" ? words.query : words.code;
}

export function codeIcon(start: EventOfKind<"sandbox.start"> | undefined): IconName {
  return start?.attrs.language === "sql" ? "database" : "code-xml";
}
