import { jsonObject, renderTemplate } from "#engine";
import { specOf, type ToolCall } from "../tool-call.ts";

/** What the call will do, for the person who decides. */
export function sentenceOf(call: ToolCall): string {
  const spec = specOf(call);
  const rendered = renderTemplate(spec.sentence, jsonObject.parse(call.args));
  return rendered.ok ? rendered.text : spec.title;
}
