import { jsonToText, renderTemplate } from "#engine";
import type { JsonValue } from "#engine";
import { z } from "zod";
import { asObject, textAt, withoutField } from "./log.ts";
import type { EventOfKind, Log } from "./log.ts";
import { humanise, toolTitle } from "./reading.ts";
import type { Reading } from "./reading.ts";
import { reasonOf } from "./said.ts";

/** What a guard found, as the log keeps it. Offsets are UTF-16 units of the string at `path`. */
const finding = z.object({
  category: z.string(),
  guard: z.string(),
  score: z.number(),
  start: z.number(),
  end: z.number(),
  reason: z.string(),
  action: z.string(),
  path: z.string(),
});
export type Finding = z.infer<typeof finding>;

export type GuardResult = EventOfKind<"guardrail.result">;

/** The findings of a result; one that has been erased or has another shape is left out. */
export function findingsOf(result: GuardResult): readonly Finding[] {
  return (result.values.findings ?? []).flatMap((each) => {
    const parsed = finding.safeParse(each);
    return parsed.success ? [parsed.data] : [];
  });
}

/** What stopped the text, the surest first; else what was found most surely. */
export function decisive(found: readonly Finding[]): Finding | undefined {
  const bySureness = found.toSorted((a, b) => b.score - a.score);
  return bySureness.find(({ action }) => action === "block") ?? bySureness[0];
}

/** Whether what a guard found is gone from the record: then only its verdict is known. */
export function isErased({ values }: GuardResult): boolean {
  return values.findings === undefined;
}

/** What a guard did with a text: `stopped` also where a sentence was cut out of it and the rest went on. */
export function outcomeOf(result: GuardResult): "passed" | "stopped" | "removed" | "noticed" | "asked" {
  const { verdict } = result.attrs;
  if (verdict === "allow") return "passed";
  if (verdict === "warn") return "noticed";
  if (verdict === "ask") return "asked";
  if (verdict === "block" || isErased(result)) return "stopped";
  return findingsOf(result).some(({ action }) => action === "block") ? "stopped" : "removed";
}

/** The value that a guard looked at, from the event that brought it. */
export function inspectedValue(result: GuardResult, log: Log): JsonValue | undefined {
  const key = withoutField(result.attrs.ref);
  const said = log.find("message", key);
  if (said !== undefined) return said.values.content;
  if (result.attrs.target === "tool") return log.find("tool.result", key)?.values.result;
  if (result.attrs.target === "document") return passage(result, log)?.["text"];
  return log.find("llm.response", key)?.values.text;
}

/** One guard's result as a sentence without its verb's lead: what it stopped, removed or noticed. */
export function guardSentence(result: GuardResult, log: Log, reading: Reading): string {
  const { guard, kind } = reading.words;
  const found = findingsOf(result);
  const outcome = outcomeOf(result);
  const strictest = found.find(({ action }) => action === result.attrs.verdict || action === "block") ?? found[0];
  if (outcome === "removed") {
    const names = [
      ...new Set(found.filter(({ action }) => action === "redact").map((each) => removedName(each, kind))),
    ];
    const what = names.join(", ") || kind.other;
    return result.attrs.direction === "input" ? guard.removedIn(what) : guard.removedOut(what);
  }
  const subject = subjectOf(result, strictest?.path ?? "", log, reading);
  if (isErased(result)) return guard.erased(subject);
  if (strictest?.guard === "injection") return guard.injection(subject);
  if (strictest?.guard === "promptLeak") return guard.promptLeak(subject);
  if (strictest?.guard === "words") return guard.words(subject);
  return guard.other(subject, strictest === undefined ? "" : reasonOf(strictest, reading));
}

function removedName({ category, guard }: Finding, kind: Reading["words"]["kind"]): string {
  const named: Readonly<Record<string, string>> = kind;
  return named[category] ?? named[guard] ?? kind.other;
}

/** "the note of order A1007": which text it was, in words. */
export function subjectOf(result: GuardResult, path: string, log: Log, reading: Reading): string {
  const { subject } = reading.words;
  const { target, ref } = result.attrs;
  if (target === "document") return subject.document(textAt(passage(result, log), "title") || ref);
  if (target !== "tool") return subject[target];
  const call = log.find("tool.call", withoutField(ref));
  const tool = call?.attrs.tool ?? "";
  const field = path.split(".").findLast((part) => part !== "" && !/^\d+$/u.test(part));
  const record = recordTitle(tool, call?.values.arguments, reading);
  if (field === undefined) return subject.result(toolTitle(reading, tool));
  return subject.field(humanise(field).toLowerCase(), record);
}

function recordTitle(tool: string, args: JsonValue | undefined, reading: Reading): string {
  const template = reading.tools.get(tool)?.spec.recordTitle;
  const rendered = template === undefined ? undefined : renderTemplate(template, asObject(args));
  return rendered?.ok === true && rendered.text !== "" ? rendered.text : toolTitle(reading, tool);
}

function passage(result: GuardResult, log: Log) {
  const { ref } = result.attrs;
  return log.find("retrieval.result", withoutField(ref))?.values.passages?.find((each) => each["ref"] === ref);
}

/** The string at a dotted path of a value. */
export function stringAt(value: JsonValue | undefined, path: string): string {
  if (path === "") return value === undefined ? "" : jsonToText(value);
  let here: JsonValue | undefined = value;
  for (const name of path.split(".")) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, name)) return "";
    here = Object.entries(here).find(([key]) => key === name)?.[1];
  }
  return typeof here === "string" ? here : "";
}
