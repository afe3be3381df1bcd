/**
 * Orders to act, found in text that should only inform. A manual is full of imperatives, so a verb alone says little; what
 * gives an injected order away is that it names a concrete value to act on, or serves whoever wrote it.
 */
const lead =
  /^["'“‘([{*_#>\-\s]{0,8}(?:(?:please|kindly|now|also|then|and|first|next|immediately|urgent|just|you must|you should|you need to|you have to|you will|you are to|make sure to|be sure to|go ahead and|can you|could you|would you|will you|i need you to|i want you to|i'd like you to|we need you to|instead)[,:]? ){0,4}/u;
const courtesy =
  /(?:please|kindly|i need you to|i want you to|i'd like you to|could you|can you|would you|you must|immediately|go ahead and)[,:]? /u;
const act =
  /^(?:transfer|send|forward|e-?mail|refund|pay|wire|delete|grant|revoke|change|update|cancel|approve|export|download|upload|execute|book|unlock|disable|enable|share|erase|withdraw|deposit|buy|purchase|sell|issue|credit|release|reset|add|give|provide|disclose|reply|message|publish|post|install|invite|escalate|waive|mark|remove|set|create|schedule|order|submit|retrieve|fetch|access|search|find|show|turn|open|modify|register|close|navigate|visit|click|go to|call)\b/u;
/** Acts that a person's own request in a document hardly ever asks an assistant for. */
const grave =
  /^(?:transfer|grant|revoke|wire|delete|erase|withdraw|unlock|disable|waive|export|download|execute|install|modify|disclose)\b/u;
const money = /(?:[$€£¥₹]\s?\d|\b\d[\d.,]*\s?(?:eur|usd|gbp|chf|inr|dollars?|euros?|pounds?|btc|eth|bitcoin)\b)/u;
const destination =
  /\b[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}|[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}|https?:\/\/|\b(?:account|wallet|card|iban|number|id|address)(?: (?:number|id|no\.?))?[ :#]{1,3}[a-z]{0,4}\d[\w-]{3,}|\b0x[0-9a-f]{8,}/u;
const own = /\b(?:my|me|mine|our)\b/u;
const urgent = /\b(?:immediately|right away|urgent(?:ly)?|at once|asap|now)\b/u;
const privileged =
  /\b(?:all|every|full|entire|permanent|unlimited)\b.{0,40}?\b(?:access|customers?|records?|data(?:base)?|emails?|files?|contacts?|passwords?|credentials?|permissions?|accounts?|history|files?|messages)\b/u;

export interface OrderContext {
  readonly toolNames: readonly string[];
  /** Whether a forged role or an address to the assistant stands earlier in the same text. */
  readonly afterForgery: boolean;
}

/** How much a sentence of a document or tool result (in lower case) looks like an order to act, 0..1. */
export function orderScore(sentence: string, context: OrderContext): number {
  const opening = lead.exec(sentence)?.[0] ?? "";
  const afterColon = sentence.slice(0, 60).lastIndexOf(": ");
  const isOrder =
    act.test(sentence.slice(opening.length)) || (afterColon > 0 && act.test(sentence.slice(afterColon + 2)));
  const namesTool = context.toolNames.some((name) => name.includes("_") && sentence.includes(name.toLowerCase()));
  if (!isOrder) return namesTool && courtesy.test(sentence) ? 0.6 : 0;
  const hasMoney = money.test(sentence);
  const hasDestination = destination.test(sentence);
  const points =
    0.2 +
    (courtesy.test(opening) ? 0.1 : 0) +
    (hasMoney ? 0.2 : 0) +
    (hasDestination ? 0.2 : 0) +
    (hasMoney && hasDestination ? 0.15 : 0) +
    (own.test(sentence) ? 0.15 : 0) +
    (grave.test(sentence.slice(opening.length)) ? 0.1 : 0) +
    (urgent.test(sentence) ? 0.1 : 0) +
    (privileged.test(sentence) ? 0.2 : 0) +
    (namesTool ? 0.4 : 0) +
    (context.afterForgery && (hasMoney || hasDestination) ? 0.3 : 0) +
    (context.afterForgery ? 0.1 : 0);
  return Math.min(0.97, points);
}
