import { connection, judgeAddress, type Connection } from "#providers";
import type { SettingsWords } from "../messages/settings/index.ts";

/** A connection as it stands in the form; `key` is what was typed and is never stored here. */
export interface ConnectionDraft {
  readonly kind: Connection["kind"];
  readonly title: string;
  readonly baseURL: string;
  /** One model a line. */
  readonly models: string;
  readonly key: string;
  readonly keep: "device" | "tab";
}

export type DraftProblems = Partial<Record<"title" | "baseURL" | "models" | "key", string>>;

export type ReadDraft =
  | { readonly ok: true; readonly connection: Connection }
  | { readonly ok: false; readonly problems: DraftProblems };

/** The form as a connection, or what to put right, field by field. `before` is what is being edited. */
export function readDraft(
  draft: ConnectionDraft,
  before: Connection | undefined,
  taken: readonly string[],
  t: SettingsWords["problems"],
): ReadDraft {
  const models = [
    ...new Set(
      draft.models
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    ),
  ];
  const id = before?.id ?? freeId(draft.title, taken);
  const hasKey = draft.key !== "" || before?.keyRef !== undefined;
  const parsed = connection.safeParse({
    id,
    kind: draft.kind,
    title: draft.title,
    baseURL: draft.baseURL.trim(),
    models,
    ...(hasKey ? { keyRef: before?.keyRef ?? `key-${id}` } : {}),
  });
  const wrong = new Set(parsed.error?.issues.map(({ path }) => path[0]));
  const problems: DraftProblems = {
    ...(wrong.has("title") ? { title: t.title } : {}),
    ...(wrong.has("baseURL") ? { baseURL: t.address } : {}),
    ...(wrong.has("models") || models.length === 0 ? { models: t.models } : {}),
    ...(parsed.success ? keyProblem(parsed.data, draft, before, t) : {}),
  };
  return parsed.success && Object.keys(problems).length === 0
    ? { ok: true, connection: parsed.data }
    : { ok: false, problems };
}

/** The origin a key is bound to. */
export function originOf({ baseURL }: Pick<Connection, "baseURL">): string {
  return new URL(baseURL).origin;
}

function keyProblem(
  wanted: Connection,
  { key }: ConnectionDraft,
  before: Connection | undefined,
  t: SettingsWords["problems"],
): DraftProblems {
  if (wanted.keyRef === undefined) return {};
  const url = new URL(wanted.baseURL);
  if (url.protocol === "http:" && judgeAddress(wanted.baseURL).kind !== "local") return { baseURL: t.unencrypted };
  if (key === "" && before !== undefined && originOf(before) !== url.origin) return { key: t.rebind };
  return {};
}

/** A short id from a name: what flows call the connection by, so it never changes later. */
function freeId(title: string, taken: readonly string[]): string {
  const plain = title
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^[^a-z]+|-+$/g, "")
    .slice(0, 32);
  const base = plain === "" ? "connection" : plain;
  const used = new Set([...taken, "embedded", "scripted"]);
  if (!used.has(base)) return base;
  let n = 2;
  while (used.has(`${base}-${n}`)) n += 1;
  return `${base}-${n}`;
}
