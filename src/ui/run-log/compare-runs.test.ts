import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunEvent } from "#engine";
import { createNodePorts } from "#hosts/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareRuns } from "./compare-runs.ts";
import { asObject } from "./log.ts";
import { mara, record } from "./recorded.fixture.ts";

let decided: (decision: "approve" | "deny") => Promise<readonly RunEvent[]>;
let close: () => void;
beforeAll(async () => {
  const ports = await createNodePorts({ state: await mkdtemp(join(tmpdir(), "gatehouse-")), models: [] });
  close = () => void ports.code.close();
  decided = async (decision) => {
    const run = await record("support-refunds", ports);
    await run.say("The lamp in order A1007 arrived broken. Can I get my money back?");
    const [request] = run.session.waiting();
    if (request === undefined) throw new Error("Nobody was asked.");
    await run.session.decide(request, { by: mara, decision, comment: "" });
    await run.goOn();
    return run.events();
  };
});
afterAll(() => close());

test("a run is the same as itself, and differs from another in the decision and in what followed, not in times and ids", async () => {
  const [denied, approved] = [await decided("deny"), await decided("approve")];
  expect(compareRuns(approved, approved)).toEqual([]);
  const differences = compareRuns(denied, approved);
  const decision = differences.find(({ left }) => denied[left ?? -1]?.kind === "approval.decision");
  expect(decision).toMatchObject({ kind: "decision", field: { name: "decision", left: "deny", right: "approve" } });
  // Up to the decision both did the same.
  expect(differences[0]).toEqual(decision);
  const onlyThere = differences
    .filter(({ left }) => left === undefined)
    .map(({ right }) => approved[right ?? -1]?.kind);
  expect(onlyThere).toEqual(expect.arrayContaining(["privilege.grant", "tool.call", "tool.result"]));
  expect(differences.some(({ kind }) => kind === "model")).toBe(true);
});

test("of a record only the field that differs is told", async () => {
  const events = await decided("approve");
  const isLookUp = (event: RunEvent) => event.kind === "tool.result" && event.attrs.tool === "look_up_order";
  const changed = events.map((event) => {
    if (event.kind !== "tool.result" || !isLookUp(event)) return event;
    return { ...event, values: { ...event.values, result: { ...asObject(event.values.result), refunded: 77 } } };
  });
  expect(events.some(isLookUp)).toBe(true);
  expect(compareRuns(events, changed)).toMatchObject([
    { kind: "result", field: { name: "result.refunded", right: "77" } },
  ]);
});
