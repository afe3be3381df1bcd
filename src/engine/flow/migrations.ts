import { z } from "zod";
import { isJsonObject, jsonValue, type JsonObject } from "../value/json.ts";
import { valueProblem } from "../value/bounds.ts";
import { CURRENT_FLOW_VERSION, flow, type Flow } from "./flow.ts";

interface Migration {
  readonly name: string;
  readonly to: number;
  readonly migrate: (old: JsonObject) => JsonObject;
}

/** Named, numbered, never edited once released: `to` 2 turns a version 1 file into version 2. */
const migrations: readonly Migration[] = [];

export type ParsedFlow = { readonly ok: true; readonly flow: Flow } | { readonly ok: false; readonly problem: string };

/** Reads a flow from unknown data, migrating older versions. Answers with one sentence when it cannot. */
export function parseFlow(candidate: unknown): ParsedFlow {
  const problem = valueProblem(candidate, { depth: 64, characters: 600_000_000 });
  if (problem !== undefined) return { ok: false, problem: `This is not a flow: it ${problem}.` };
  const json = jsonValue.safeParse(candidate);
  if (!json.success || !isJsonObject(json.data))
    return { ok: false, problem: "This is not a flow: it is not a JSON object." };
  const version = z.int().min(1).safeParse(json.data["schemaVersion"]);
  if (!version.success) return { ok: false, problem: "This is not a flow: it has no schemaVersion." };
  if (version.data > CURRENT_FLOW_VERSION) {
    return {
      ok: false,
      problem: `This flow was made with a newer Gatehouse (version ${version.data}); this one reads up to ${CURRENT_FLOW_VERSION}.`,
    };
  }
  let current: JsonObject = json.data;
  for (const step of migrations) if (step.to > version.data) current = step.migrate(current);
  const parsed = flow.safeParse(current);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      ok: false,
      problem: `This flow is not valid at ${issue?.path.join(".") ?? "its root"}: ${issue?.message ?? "unknown problem"}.`,
    };
  }
  const repeated = firstRepeated([...parsed.data.nodes, ...parsed.data.edges].map((part) => part.id));
  if (repeated !== undefined) return { ok: false, problem: `This flow uses the id ${repeated} twice.` };
  return { ok: true, flow: parsed.data };
}

function firstRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size);
}
