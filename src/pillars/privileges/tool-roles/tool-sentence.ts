import type { ArgumentRole, ToolSpec } from "#engine";
import { joinPath } from "#pillars/autonomy";
import type { ForeignTool, InferredTool } from "./foreign-tool.ts";
import { sentenceWords, type SentenceWords } from "./sentence-words.ts";

type Judged = Pick<InferredTool, "effect" | "effectReason" | "roles" | "unsure">;
type Named = Pick<ForeignTool, "name" | "inputSchema">;

const asked = ["target", "id", "value", "content"] as const;

/** What was found out about a tool, for the builder: "Sends something to somebody. Who: recipients, cc. What: subject, body." */
export function toolSentence(judged: Judged, tool: Named, language = "en"): string {
  const words = sentenceWords(language);
  const properties = tool.inputSchema["properties"];
  const names = typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
  const isUnsure = (name: string): boolean => judged.unsure.includes(joinPath("", name));
  const roleOf = (name: string): ArgumentRole => judged.roles[joinPath("", name)] ?? "target";
  const sure = names.filter((name) => !isUnsure(name));
  const parts = asked.map((role): readonly [string, readonly string[]] => [
    role === "target" && judged.effect === "read" ? words.where : words.questions[role],
    sure.filter((name) => roleOf(name) === role),
  ]);
  const sentences = [...parts, [words.unsure, names.filter(isUnsure)] as const]
    .filter(([, listed]) => listed.length > 0)
    .map(([question, listed]) => `${question}: ${enumerated(listed, words)}.`);
  return [opening(judged, tool, words), ...sentences].join(" ");
}

/** The same about a tool that says itself what it does. */
export function specSentence(spec: ToolSpec, language?: string): string {
  return toolSentence({ effect: spec.effect, effectReason: "verb", roles: spec.roles, unsure: [] }, spec, language);
}

function opening({ effect, effectReason }: Judged, tool: Named, { deeds, unclear }: SentenceWords): string {
  const deed = deeds[effect];
  if (effectReason === "no-verb") return unclear(shortened(tool.name), deed);
  return `${deed.charAt(0).toUpperCase()}${deed.slice(1)}.`;
}

const mostNames = 12;

function enumerated(names: readonly string[], { more }: SentenceWords): string {
  const rest = names.length - mostNames;
  return names.slice(0, mostNames).map(shortened).join(", ") + (rest > 0 ? ` ${more(rest)}` : "");
}

/** Names are another system's text: one line, and not long. */
function shortened(name: string): string {
  const line = name.slice(0, 60).replace(/[\s\p{C}]+/gu, " ");
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
