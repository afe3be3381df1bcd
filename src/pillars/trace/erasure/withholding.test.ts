import { expect, test } from "vitest";
import { eventSchemas } from "#engine";
import { withholdingKinds, withoutKinds } from "./withholding.ts";

const all = Object.entries(eventSchemas).flatMap(([kind, { values }]) =>
  Object.keys(values.shape).map((field) => ({ kind, field })),
);

test("a whole copy goes without nothing, and each value that an event can have is known", () => {
  expect(all.length).toBeGreaterThan(40);
  expect(all.filter(withoutKinds([]))).toEqual([]);
  // What is not known goes with any kind: each known one stays in when another kind than its own is left out.
  for (const value of all) expect(withholdingKinds.every((kind) => withoutKinds([kind])(value))).toBe(false);
});

test("without people, nobody's name is left, and what was said stays", () => {
  const goes = withoutKinds(["people"]);
  expect(goes({ kind: "turn.start", field: "speaker" })).toBe(true);
  expect(goes({ kind: "approval.decision", field: "name" })).toBe(true);
  expect(goes({ kind: "message", field: "content" })).toBe(false);
});

test("without anything personal, only the flow's own words stay", () => {
  const stays = all.filter((value) => !withoutKinds(withholdingKinds)(value));
  expect(stays.map(({ kind, field }) => `${kind} ${field}`)).toEqual([
    "run.open flowTitle",
    "llm.request instructions",
    "retrieval.result passages",
    "limit.hit sentence",
    "approval.request rule",
    "sandbox.start code",
  ]);
});

test("what nobody knows is left out of any copy that goes without something", () => {
  for (const kind of withholdingKinds)
    for (const value of [
      { kind: "message", field: "mood" },
      { kind: "new.kind", field: "text" },
      { kind: "message", field: "constructor" },
    ])
      expect(withoutKinds([kind])(value)).toBe(true);
});
