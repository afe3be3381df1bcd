import { isJsonArray, isJsonObject, isKind } from "#engine";
import type { JsonObject, JsonValue, RunEvent } from "#engine";
import type { Outcome, RecordedText } from "#nodes/firewall/panel";
import { roleOf } from "#pillars/autonomy";
import type { InspectContext, InspectInput } from "#pillars/firewall";
import { inspectedValue } from "./findings.ts";
import type { GuardResult } from "./findings.ts";
import { asObject, logOf, textAt } from "./log.ts";
import type { Log } from "./log.ts";
import type { KnownTool } from "./reading.ts";

const outcomes = { allow: "passed", warn: "passed", redact: "changed", ask: "asked", block: "stopped" } as const;

/** Every text that a firewall has looked at in a chat, as it was before, with what the firewall knew around it. */
export function inspectedTexts(
  events: readonly RunEvent[],
  firewallId: string,
  tools: ReadonlyMap<string, KnownTool>,
): readonly RecordedText[] {
  const log = logOf(events);
  return events.flatMap((event): readonly RecordedText[] => {
    if (!isKind(event, "guardrail.result") || event.attrs.firewall !== firewallId) return [];
    const part = argumentPart(event, log, tools);
    const value = part?.value ?? inspectedValue(event, log);
    if (value === undefined) return [];
    const { direction, target, verdict } = event.attrs;
    const about = { direction, from: target, context: contextOf(event, log), ...(part?.only && { only: part.only }) };
    const inputs = stringsOf(value).map((text): InspectInput => ({ text, ...about }));
    const was: Outcome = outcomes[verdict];
    return inputs.length === 0 ? [] : [{ step: event.seq, inputs, was }];
  });
}

/**
 * The arguments of a call are looked at in two parts: what is sent on as content, and who, what and how much, where only
 * secrets and leaked instructions are looked for.
 */
function argumentPart(
  { attrs }: GuardResult,
  log: Log,
  tools: ReadonlyMap<string, KnownTool>,
): { readonly value: JsonObject; readonly only?: InspectInput["only"] } | undefined {
  const [, answer, at, part] = /^(.*\/h\d+)\.c(\d+)#(content|call)$/u.exec(attrs.ref) ?? [];
  if (answer === undefined) return undefined;
  const call = log.find("llm.response", answer)?.values.toolCalls?.[Number(at)];
  const roles = tools.get(textAt(call, "tool"))?.spec.roles ?? {};
  const wanted = Object.entries(asObject(call?.["arguments"])).filter(
    ([name]) => (roleOf(roles, name) === "content") === (part === "content"),
  );
  return { value: Object.fromEntries(wanted), ...(part === "call" && { only: ["secrets", "promptLeak"] }) };
}

/** What the guards knew: the step's instructions and tools, and what people had written until then. */
function contextOf(event: GuardResult, log: Log): InspectContext {
  const asked = log.events.find(
    (each) => isKind(each, "llm.request") && each.node?.id === event.node?.id && each.seq >= event.seq,
  );
  const before = log.events.findLast(
    (each) => isKind(each, "llm.request") && each.node?.id === event.node?.id && each.seq < event.seq,
  );
  const request = before ?? asked;
  const said = log.events.flatMap((each) =>
    isKind(each, "message") && each.attrs.role === "user" && each.seq < event.seq && each.values.content !== undefined
      ? [each.values.content]
      : [],
  );
  if (request === undefined || !isKind(request, "llm.request")) return { trustedText: said };
  const { instructions } = request.values;
  return {
    trustedText: instructions === undefined ? said : [...said, instructions],
    toolNames: request.attrs.tools,
    ...(instructions !== undefined && { instructions }),
  };
}

function stringsOf(value: JsonValue): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (isJsonArray(value)) return value.flatMap(stringsOf);
  return isJsonObject(value) ? Object.values(value).flatMap(stringsOf) : [];
}
