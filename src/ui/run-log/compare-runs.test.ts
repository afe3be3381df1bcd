import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunEvent } from "#engine";
import { createNodePorts } from "#hosts/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compareRuns } from "./compare-runs.ts";
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
