import { isKind, turnFacts, type JsonValue, type RunEvent, type TurnOutcome } from "#engine";
import { languagesOfText } from "#pillars/firewall";

/** One message of a chat as it is counted. */
export interface CountedTurn {
  /** Digest of the flow that it ran with; empty where the run has no opening. */
  readonly version: string;
  /** Milliseconds since the epoch, UTC. */
  readonly time: number;
  readonly outcome: TurnOutcome;
  readonly asked: boolean;
  /** What it can be grouped by besides; a name that is absent was not recorded, or was erased. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Role of whoever wrote, the language of the message, the model: known of every chat. */
export const builtInAttributes = ["role", "language", "model"] as const;

/** The messages of one run. */
export function countedTurns(events: readonly RunEvent[]): CountedTurn[] {
  const opening = events.find((event) => isKind(event, "run.open"));
  return turnFacts(events).map(({ time, role, outcome, asked, events: own }) => ({
    version: opening?.attrs.flowDigest ?? "",
    time,
    outcome,
    asked,
    attributes: new Map([["role", role], ...languageIn(own), ...modelIn(own), ...own.flatMap(fieldsOf)]),
  }));
}

type Entry = readonly [name: string, value: string];

/** Told by the words that say nothing by themselves; a message of two words is in no language. */
function languageIn(events: readonly RunEvent[]): Entry[] {
  const message = events.find((event) => isKind(event, "message") && event.attrs.role === "user");
  const text = message !== undefined && isKind(message, "message") ? message.values.content : undefined;
  if (text === undefined) return [];
  const words = text
    .toLowerCase()
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .match(/\p{L}{2,}/gu);
  const [language, other] = languagesOfText(text, words ?? []);
  return language === undefined || other !== undefined ? [] : [["language", language]];
}

function modelIn(events: readonly RunEvent[]): Entry[] {
  const request = events.find((event) => isKind(event, "llm.request"));
  return request === undefined ? [] : [["model", request.attrs.model]];
}

/** What steps and tools found out: short texts and yes or no, by their place. Long texts and numbers group nothing. */
function fieldsOf(event: RunEvent): Entry[] {
  if (isKind(event, "tool.result")) return shortFields(event.attrs.tool, event.values.result, 2);
  if (isKind(event, "node.end")) return shortFields(event.node?.id ?? "", event.values.output, 2);
  return [];
}

function shortFields(name: string, value: JsonValue | undefined, depth: number): Entry[] {
  if (typeof value === "boolean") return [[name, String(value)]];
  if (typeof value === "string") return isShort(value) ? [[name, value]] : [];
  if (depth === 0 || value === undefined || value === null || typeof value !== "object" || Array.isArray(value))
    return [];
  return Object.entries(value).flatMap(([field, each]) => shortFields(`${name}.${field}`, each, depth - 1));
}

const longest = 40;

function isShort(text: string): boolean {
  return text !== "" && text.length <= longest && !/[\r\n]/u.test(text);
}
