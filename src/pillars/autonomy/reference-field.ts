import type { IndexedField } from "./index-source.ts";
import { pathSteps } from "./leaves.ts";

/**
 * Names of fields that refer to somebody or something, or say when or how much. A field by another name is somebody's text,
 * whatever stands in it.
 */
const referring =
  /^(?:.*_)?(?:id|ids|e?mails?|phones?|urls?|links?|website|iban|account|number|participants?|attendees?|members?|recipients?|senders?|from|to|cc|owner|user|users|author|assignee|organi[sz]er|channel|date|day|time|start|end|due|deadline|amount|total|price|size|currency)_?$/;

const longest = 254;

/** A field that refers, by its name and its form: one word, or a date and time. */
export function isReference({ path, plain }: Pick<IndexedField, "path" | "plain">): boolean {
  const name = pathSteps(path)
    .findLast((step) => !/^\d+$/.test(step))
    ?.replace(/(?<=[a-z0-9])(?=[A-Z])/g, "_")
    .toLowerCase();
  // An entry of a list that is the whole result has no name; the tool lists what there is.
  return (
    (name === undefined || referring.test(name)) &&
    path !== "" &&
    plain.length <= longest &&
    /^\S+(?: \d{1,2}:\d{2}\S*)?$/.test(plain)
  );
}
