import type { ArgumentRole, ToolEffect } from "#engine";
import { joinPath } from "#pillars/autonomy";
import type { ForeignTool, InferredTool } from "./foreign-tool.ts";

const deeds: Readonly<Record<ToolEffect, string>> = {
  read: "looks something up",
  write: "changes or adds something",
  send: "sends something to somebody",
  pay: "pays or orders something",
  delete: "deletes or cancels something",
  admin: "changes who may do what, or how something runs",
};

const questions: readonly (readonly [ArgumentRole, string])[] = [
  ["target", "Who"],
  ["id", "Which"],
  ["value", "How much or when"],
  ["content", "What"],
];

/** What was found out about a tool, for the builder: "Sends something to somebody. Who: recipients, cc. What: subject, body." */
export function toolSentence(inferred: InferredTool, tool: ForeignTool): string {
  const properties = tool.inputSchema["properties"];
  const names = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  const isUnsure = (name: string): boolean => inferred.unsure.includes(joinPath("", name));
  const roleOf = (name: string): ArgumentRole => inferred.roles[joinPath("", name)] ?? "target";
  const sure = names.filter((name) => !isUnsure(name));
  const parts = questions.map(([role, question]): readonly [string, readonly string[]] => [
    role === "target" && inferred.effect === "read" ? "Where" : question,
    sure.filter((name) => roleOf(name) === role),
  ]);
  const sentences = [...parts, ["Not sure about", names.filter(isUnsure)] as const]
    .filter(([, listed]) => listed.length > 0)
    .map(([question, listed]) => `${question}: ${enumerated(listed)}.`);
  return [opening(inferred, tool), ...sentences].join(" ");
}

function opening({ effect, effectReason }: InferredTool, tool: ForeignTool): string {
  const deed = deeds[effect];
  if (effectReason === "no-verb") return `What ${shortened(tool.name)} does is not clear: taken as one that ${deed}.`;
  return `${deed.charAt(0).toUpperCase()}${deed.slice(1)}.`;
}

const mostNames = 12;

function enumerated(names: readonly string[]): string {
  const rest = names.length - mostNames;
  return names.slice(0, mostNames).map(shortened).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

/** Names are another system's text: one line, and not long. */
function shortened(name: string): string {
  const line = name.slice(0, 60).replace(/[\s\p{C}]+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
