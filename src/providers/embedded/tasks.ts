import type { LlmRequest } from "#engine";
import { sentences, terms } from "../retrieval/index.ts";
import { answer } from "./answer.ts";
import { chooseOption } from "./slots.ts";

/** Work on a text that the message itself brings: sum it up, sort it, draft a reply to it. */
interface Task {
  /** What the instructions or the message's first lines say. */
  readonly asked: RegExp;
  readonly perform: (text: string, request: LlmRequest, asked: string) => string | undefined;
}

const tasks: readonly Task[] = [
  {
    asked: /\b(?:summari[sz]e|summary|sum up|tl;?dr|in (?:one|two|a few) sentences?|key points)\b/i,
    perform: summarise,
  },
  { asked: /\b(?:classify|categori[sz]e|sort|label|route)\b[^.\n]{0,80}\b(?:as|into|in|to|:)\b/i, perform: classify },
  {
    asked:
      /\b(?:write|draft|compose|prepare|suggest)\b[^.\n]{0,60}\b(?:reply|answer|response|e-?mail|letter|message)\b|\b(?:answer|reply to) (?:the |this )?(?:e-?mail|mail|message|letter)\b/i,
    perform: draft,
  },
];

/** The result of the first task that is asked for, if there is a text to work on. */
export function doTask(request: LlmRequest, message: string): string | undefined {
  const opening = message.slice(0, 300);
  for (const { asked, perform } of tasks) {
    const inMessage = asked.test(opening);
    if (!inMessage && !asked.test(request.instructions)) continue;
    const text = inMessage ? bodyOf(message) : message.trim();
    if (text.length >= shortestText)
      return perform(text, request, inMessage ? opening : request.instructions.slice(0, 2_000));
  }
  return undefined;
}

/** Less than this is no text to work on, but a remark. */
const shortestText = 40;

/** What follows the order: after the first line break or colon, else the message without its first sentence. */
function bodyOf(message: string): string {
  const cut = /[\n:]\s*/.exec(message);
  if (cut && message.length - cut.index > shortestText) return message.slice(cut.index + cut[0].length).trim();
  return sentences(message)
    .slice(1)
    .map(({ text }) => text)
    .join(" ");
}

/** The two sentences that hold most of the words the text repeats, in their order. */
function summarise(text: string): string {
  const all = sentences(text.slice(0, 10_000)).filter((sentence) => sentence.text.length > 15);
  const counts = new Map<string, number>();
  for (const term of terms(text.slice(0, 10_000))) counts.set(term, (counts.get(term) ?? 0) + 1);
  const scored = all.map((sentence, at) => {
    const own = [...new Set(terms(sentence.text))];
    return {
      at,
      text: sentence.text,
      score: own.reduce((sum, term) => sum + (counts.get(term) ?? 0), 0) / Math.sqrt(own.length + 3),
    };
  });
  const best = scored.toSorted((left, right) => right.score - left.score || left.at - right.at).slice(0, 2);
  return (
    best
      .toSorted((left, right) => left.at - right.at)
      .map((sentence) => sentence.text)
      .join(" ") || text
  );
}

/** "Sort into: billing, technical, other." The option named in the text or sharing words with it, else the last. */
function classify(text: string, _: LlmRequest, asked: string): string | undefined {
  const list =
    /\b(?:as|into|in|to|one of)\b(?: one of)?[^:\n]{0,40}?:?\s*((?:["“']?[\w-]+["”']?(?:\s*[,/|]\s*(?:or |and )?|\s+(?:or|and)\s+))+["“']?[\w-]+)/i.exec(
      asked,
    )?.[1];
  const options =
    list?.split(/\s*[,/|]\s*(?:or |and )?|\s+(?:or|and)\s+/).map((option) => option.replace(/["“”']/g, "").trim()) ??
    [];
  if (options.length < 2) return undefined;
  const named = chooseOption(options, text);
  const heard = new Set(terms(text));
  return typeof named === "string"
    ? named
    : (options.find((option) => terms(option).some((term) => heard.has(term))) ?? options.at(-1));
}

/** A polite reply that quotes the documents if they know an answer, and promises nothing else. */
function draft(text: string, { documents = [] }: LlmRequest): string {
  const subject = /^subject:\s*(.+)$/im.exec(text)?.[1]?.trim();
  const plain = text.replace(/^(?:from|to|subject|date|cc):.*$/gim, "").trim();
  const question = sentences(plain).find((sentence) => sentence.text.endsWith("?"))?.text;
  const name =
    /(?:regards|wishes|thanks|thank you|sincerely|cheers|yours)[,!.]?[ \t]{0,5}\n\s{0,20}(\p{Lu}\p{L}{1,40})/iu.exec(
      plain,
    )?.[1];
  const known = answer(question ?? plain.slice(0, 500), documents);
  const about = subject ?? (question === undefined ? undefined : `“${question}”`);
  return [
    `Hello${name === undefined ? "" : ` ${name}`},`,
    `thank you for your message${about === undefined ? "" : ` about ${about}`}.`,
    known?.kind === "say" ? known.text : "We have read it and will come back to you with an answer.",
    "Kind regards",
  ].join("\n\n");
}
