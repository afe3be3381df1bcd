import { emptyFlow, type Flow, type RunEvent } from "#engine";
import type { TravelledRequest } from "#hosts/workspace";
import { registry } from "#nodes";
import { readingOf, turnKey } from "../run-log/index.ts";
import type { Reading } from "../run-log/index.ts";
import { pageWords } from "./words.ts";

/**
 * A request from elsewhere as its own chat would tell it, as far as the file goes: with the tools that every Gatehouse has,
 * the step as the file names it, and who speaks. The words that are signed are the request's own.
 */
export function readingOfFile({ request, flow, about }: TravelledRequest): Reading {
  const position = { x: 0, y: 0 };
  const known = [...registry.values()].map(({ type, version }) => ({ id: type, type, version, position, config: {} }));
  const { id, type } = request.node ?? { id: "", type: "" };
  const title = about.step === "" ? registry.get(type)?.title : about.step;
  const asking = { id, type, version: 1, position, config: {}, ...(title !== undefined && { title }) };
  const nodes: Flow["nodes"] = [...known.filter((each) => each.id !== id), asking];
  return readingOf({ ...emptyFlow("elsewhere", flow), nodes }, registry, pageWords());
}

/** The request and the beginning of its turn, which the file tells in one name. */
export function eventsOfFile({ request, about }: TravelledRequest): readonly RunEvent[] {
  const name = about.speaker === "" ? request.attrs.requester : about.speaker;
  const key = turnKey(request.key);
  const speaker = { id: request.attrs.requester, name, role: "" };
  const actor = { type: "user", ref: request.attrs.requester } as const;
  const start = { key, seq: -1, time: request.time, actor, attrs: { turn: 1, role: "" }, values: { speaker } };
  return [{ kind: "turn.start", ...start }, request];
}
