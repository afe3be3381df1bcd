import type { ToolEffect } from "#engine";
import type { ArgumentShape } from "./argument-shape.ts";
import { wordSense } from "./argument-words.ts";
import { effectsOfDescription } from "./description-verbs.ts";
import type { EffectReason, ForeignTool, ToolHints } from "./foreign-tool.ts";
import { nameWords, vocabulary } from "./name-words.ts";
import { isStricterEffect, strictestEffect } from "./strictness.ts";
import { effectOfThing } from "./things.ts";
import { effectsOfVerbs, plainEffect } from "./verbs.ts";

export interface JudgedEffect {
  readonly effect: ToolEffect;
  readonly reason: EffectReason;
  /** What the name alone says. */
  readonly named: ToolEffect;
}

/** The effect by the name; arguments, description and hints can only make it stricter. */
export function judgeEffect(
  tool: ForeignTool,
  shapes: ReadonlyMap<string, ArgumentShape>,
  isWhollyRead: boolean,
): JudgedEffect {
  const words = nameWords(tool.name);
  const verbs = effectsOfVerbs(words);
  const verb = verbs.length === 0 ? "send" : strictestEffect("read", ...verbs);
  const named = effectOfThing(words, verb);
  const byName = verbs.length === 0 ? "no-verb" : named === verb ? "verb" : "thing";
  const steps: readonly (readonly [ToolEffect, EffectReason])[] = [
    ...effectsOfArguments(shapes, named).map((effect) => [effect, "argument"] as const),
    [isWhollyRead ? "read" : "admin", "argument"],
    ...effectsOfDescription(tool.description).map((effect) => [effect, "description"] as const),
    [effectOfHints(tool.annotations ?? {}, named), "hint"],
  ];
  const judged = steps.reduce<{ effect: ToolEffect; reason: EffectReason }>(
    (so, [effect, reason]) => (isStricterEffect(effect, so.effect) ? { effect, reason } : so),
    { effect: named, reason: byName },
  );
  return { ...judged, named };
}

/** Such an argument sends, whatever the tool is called. */
const sendingArguments = new Set(vocabulary("webhook callback cc bcc"));

/** `delete_after`, `forward_to`: what a read should not have. Not `export_format` or `invite_code`, which describe. */
const describing = new Set(
  vocabulary("id ids code token name date time at by format type status key number count version since before url"),
);

function effectsOfArguments(shapes: ReadonlyMap<string, ArgumentShape>, named: ToolEffect): readonly ToolEffect[] {
  return [...shapes].flatMap(([name, shape]) => {
    const words = nameWords(name);
    const [first, last] = [words[0] ?? "", words.at(-1) ?? ""];
    const inner = effectsOfArguments(shape.properties, named);
    const isCode = !shape.isChoice && words.length <= 2 && wordSense(last) === "code";
    const asVerb = named === "read" && !describing.has(last) ? (plainEffect(first) ?? "read") : "read";
    const sends = words.some((word) => sendingArguments.has(word)) && named === "read";
    return [...inner, isCode ? "admin" : "read", asVerb, sends ? "send" : "read"];
  });
}

/** A hint that harm is possible counts; one that there is none is only the server's word. */
function effectOfHints(hints: ToolHints, named: ToolEffect): ToolEffect {
  const { readOnlyHint, destructiveHint, idempotentHint, openWorldHint } = hints;
  const changes = named !== "read" || readOnlyHint === false || idempotentHint === false || destructiveHint === true;
  if (destructiveHint === true) return "delete";
  if (!changes) return "read";
  return openWorldHint === true ? "send" : "write";
}
