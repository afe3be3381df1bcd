import { defineGuard } from "../define-guard.ts";
import type { Candidate } from "../define-guard.ts";
import { readSchema } from "../schema/json-schema.ts";
import { readReply } from "../schema/read-reply.ts";
import { faultsOf, quoted } from "../schema/validate.ts";
import type { Fault } from "../schema/validate.ts";

/**
 * The form of the reply: JSON that fits the builder's JSON Schema, alone or in one code fence. Only the end of a reply shows
 * whether it does, so with a schema nothing is shown before.
 */
export const schema = defineGuard({
  id: "schema",
  title: "Form of the reply",
  directions: ["output"],
  categories: ["not-json", "wrong-form", "unreadable-schema"],
  window: "whole",
  looksFor: (input, setting) => input.isAnswer !== false && setting.schema.trim() !== "",
  inspect: ({ original }, _input, setting) => {
    const read = readSchema(setting.schema);
    if (!read.ok) return [candidate(original, "unreadable-schema", read.problem)];
    const reply = readReply(original);
    if (!reply.ok) return [candidate(original, "not-json", reply.problem)];
    return faultsOf(read.schema, reply.value).map((fault) => candidate(original, "wrong-form", sentence(fault)));
  },
});

/** The whole reply is at fault. An empty one has no character to point at. */
function candidate(text: string, category: string, reason: string): Candidate {
  const isBlank = text.trim() === "";
  return {
    category,
    score: 1,
    start: isBlank ? 0 : text.length - text.trimStart().length,
    end: isBlank ? text.length : text.trimEnd().length,
    reason,
    replacement: { by: "marker", text: "[reply removed: it does not have the agreed form]" },
  };
}

function sentence({ path, says }: Fault): string {
  if (path.length === 0) return `The reply ${says}.`;
  const place = path.map((step, at) => (typeof step === "number" ? `[${step}]` : `${at === 0 ? "" : "."}${step}`));
  return `At ${quoted(place.join(""))} the reply ${says}.`;
}
