import type { CodeLanguage, CodeLimits, CodeReads } from "#engine";

/** What the parent tells the inside of wall 2. Values are JSON text throughout. */
export type ToWall =
  | {
      readonly kind: "run";
      readonly language: CodeLanguage;
      readonly source: string;
      readonly input: string;
      readonly reads?: CodeReads;
      readonly now: number;
      readonly seed: number;
      /** As the parent says: a wall never fills in what was left out. */
      readonly limits: CodeLimits;
    }
  | {
      readonly kind: "answer";
      readonly id: number;
      readonly ok: boolean;
      /** JSON text when `ok`, else the sentence of the error. */
      readonly text: string;
      readonly isDenial: boolean;
    }
  /** Asks for nothing: the way that messages take has then been gone once. */
  | { readonly kind: "greeting" };

/** Spelt out for the compiler to check: importing the engine's list would load the engine into every worker. */
const languages: { readonly [L in CodeLanguage]: L } = {
  javascript: "javascript",
  typescript: "typescript",
  python: "python",
  sql: "sql",
};

type Kind = "string" | "number" | "boolean" | "object";

const runFields = {
  kind: "string",
  language: "string",
  source: "string",
  input: "string",
  now: "number",
  seed: "number",
  limits: "object",
} as const satisfies Readonly<Record<string, Kind>>;

const answerFields = { kind: "string", id: "number", ok: "boolean", text: "string", isDenial: "boolean" } as const;

const limitFields = {
  timeMs: "number",
  memoryBytes: "number",
  stackBytes: "number",
  sourceBytes: "number",
  valueBytes: "number",
  consoleBytes: "number",
  calls: "number",
  callsInFlight: "number",
} as const satisfies Readonly<Record<Exclude<keyof CodeLimits, "rows" | "waitMs">, Kind>>;

/**
 * Checked by hand, and not by a schema as what comes out is: a schema's library is 93 KB that every worker would have to read
 * before it can start, and the parent is no attacker.
 */
export function isToWall(message: unknown): message is ToWall {
  if (!isObject(message)) return false;
  switch (fieldOf(message, "kind")) {
    case "greeting":
      return has(message, { kind: "string" });
    case "answer":
      return has(message, answerFields) && isCount(fieldOf(message, "id"));
    case "run":
      return has(message, runFields, ["reads"]) && isRun(message);
    default:
      return false;
  }
}

function isRun(message: object): boolean {
  const [language, limits, reads] = ["language", "limits", "reads"].map((name) => fieldOf(message, name));
  if (typeof language !== "string" || !Object.hasOwn(languages, language) || !isObject(limits)) return false;
  return (
    has(limits, limitFields, ["rows", "waitMs"]) &&
    Object.values(limits).every(isCount) &&
    (reads === undefined || (isObject(reads) && Object.values(reads).every(isColumns)))
  );
}

function isColumns(columns: unknown): boolean {
  return columns === "all" || (Array.isArray(columns) && columns.every((name) => typeof name === "string"));
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && typeof value === "number" && value >= 0 && value <= 2 ** 31;
}

/** These fields of these kinds, and none beside them but those that may be left out. */
function has(value: object, fields: Readonly<Record<string, Kind>>, optional: readonly string[] = []): boolean {
  const names = Object.keys(value);
  return (
    Object.entries(fields).every(([name, kind]) => typeof fieldOf(value, name) === kind) &&
    names.every((name) => Object.hasOwn(fields, name) || optional.includes(name))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fieldOf(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}
