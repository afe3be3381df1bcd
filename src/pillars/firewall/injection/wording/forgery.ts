import { casedPhrase, phrase } from "../phrases.ts";
import type { Phrase } from "../phrases.ts";

/** Markers of chat templates and forged turns; a person has no reason to write them. */
export const roleForgery: readonly Phrase[] = [
  phrase(
    "role-forgery",
    0.85,
    /<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id|end_header_id|begin_of_text)\|>|\[\/?inst\]|<<\/?sys>>|<(?:start|end)_of_turn>|<\/?(?:system|assistant)(?:[_-]?(?:prompt|message|instructions?))?>/gu,
  ),
  casedPhrase(
    "role-forgery",
    0.7,
    /(?<=^|[\n"]|[.!?)\]"”]\s{1,3})\s{0,4}(?:[#*=<[{( -]{0,6}(?:NEW |OVERRIDE )?(?:SYSTEM|DEVELOPER|ADMIN(?:ISTRATOR)?)(?:[ _-](?:MESSAGE|PROMPT|NOTE|OVERRIDE|INSTRUCTIONS?|NOTICE|ALERT|UPDATE|COMMAND))?|[#*=<[{(]{1,6} ?(?:[Ss]ystem|[Aa]ssistant|[Aa]dmin|[Dd]eveloper)(?:[ _-](?:[Mm]essage|[Pp]rompt|[Nn]ote|[Oo]verride|[Ii]nstructions?))?)\s{0,2}[*\]>)}]{0,3}\s{0,2}:/gu,
    "data",
  ),
  phrase(
    "role-forgery",
    0.65,
    /(?<=^|[\n".!?)\]])\s{0,4}[#*=<[{( -]{0,6}(?:system|developer|admin(?:istrator)?|ai|assistant)[ _-](?:message|prompt|note|override|instructions?|command)\s{0,2}[*\]>)}]{0,3}\s{0,2}:/gu,
    "data",
  ),
  phrase(
    "role-forgery",
    0.4,
    /(?<=[.!?)\]"”]\s{1,3})(?:system|developer|admin(?:istrator)?|assistant|ai)(?: (?:message|prompt|note|override|instructions?|notice|alert|update|command))?\s?:/gu,
    "data",
  ),
  phrase(
    "role-forgery",
    0.45,
    /(?<=^|\n)\s{0,4}[#*\-=<[ ]{0,6}(?:system|developer|admin)(?:[ _-](?:message|prompt|override|instructions?))?\s{0,2}[*\]>)}]{0,3}\s{0,2}:/gu,
  ),
  phrase(
    "role-forgery",
    0.6,
    /[#*\-=<[]{2,8}\s{0,3}(?:end|begin|start|new)?(?: of)?(?: the)? ?(?:system|user|hidden|secret|new|initial|original)(?: (?:prompt|instructions?|message|input|data|context|query)){1,6}\s{0,3}[#*\-=>\]:]{1,8}/gu,
  ),
  phrase(
    "role-forgery",
    0.7,
    /\b(?:end of|the) (?:user|untrusted|document|tool|retrieved) (?:input|data|content|context)\b.{0,40}\b(?:new|real|actual|following) (?:instructions?|task|orders?)\b/gu,
  ),
  phrase("role-forgery", 0.7, /\[(?:system|assistant|user)\]\(#/gu),
  phrase(
    "role-forgery",
    0.6,
    /#{2,4} ?(?:new )?(?:instructions?|system|response|input|human|assistant|user)\s?:|"role"\s{0,3}:\s{0,3}"(?:system|assistant|developer)"/gu,
    "data",
  ),
];

/** Imitated or named tool calls. */
export const toolForgery: readonly Phrase[] = [
  phrase(
    "tool-forgery",
    0.75,
    /<\/?(?:tool_call|function_call|tool_use|invoke|function_calls|tool_result|tool_response)\b|"(?:tool_calls|function_call)"\s{0,3}:/gu,
    "data",
  ),
  phrase(
    "tool-forgery",
    0.65,
    /\b(?:call|invoke|use|execute|run|trigger) (?:the |your )?[`"']?(?:[a-z]{2,20}_[a-z_]{2,30}|[a-z]{2,20})[`"']? (?:tool|function|api)\b(?! to (?:see|learn))/gu,
    "data",
  ),
];
