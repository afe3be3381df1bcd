import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventDraft, RunEvent } from "#engine";
import { createNodePorts } from "#hosts/node";
import { expect, test } from "vitest";
import { grantsOf } from "./grants.ts";
import { record } from "./recorded.fixture.ts";

const ports = await createNodePorts({ state: await mkdtemp(join(tmpdir(), "gatehouse-")), models: [] });
const run = await record("support-refunds", ports);
await run.say("Where is my order A1001?");
await ports.code.close();
const recorded = run.events();

/** The recorded run up to and without its first event of that kind, then these. */
function until(kind: RunEvent["kind"], ...more: readonly Pick<EventDraft, "kind" | "attrs">[]): readonly RunEvent[] {
  const end = recorded.findIndex((event) => event.kind === kind);
  const last = recorded[end - 1];
  if (last === undefined) throw new Error(`There is no ${kind}.`);
  const { node: _node, parent: _parent, ...plain } = last;
  const added = more.map(({ kind: each, attrs }, at) =>
    Object.assign({}, plain, { kind: each, key: `end-${at}`, attrs, values: {}, seq: last.seq + 1 + at }),
  );
  return [...recorded.slice(0, end), ...(added as readonly RunEvent[])];
}

const grantId = recorded.flatMap((event) => (event.kind === "privilege.grant" ? [event.attrs.grantId] : []))[0] ?? "";
const stateOf = (events: readonly RunEvent[]) => grantsOf(events, run.reading).map(({ state }) => state);

test("a permission says what it is for, and where it was given and used", () => {
  const seqOf = (kind: string) => recorded.find((event) => event.kind === kind)?.seq;
  expect(grantsOf(recorded, run.reading)).toMatchObject([
    {
      what: "Look up order A1001",
      state: "used",
      uses: 1,
      usesLeft: 0,
      ttlMs: 30_000,
      seq: seqOf("privilege.grant"),
      endedAt: seqOf("privilege.use"),
    },
  ]);
});

test("it is open, then in use until its call is answered", () => {
  expect(stateOf(until("privilege.use"))).toEqual(["live"]);
  expect(stateOf(until("tool.result"))).toEqual(["busy"]);
  expect(stateOf(recorded)).toEqual(["used"]);
});

test("it is told as run out or taken back by what the log says", () => {
  expect(stateOf(until("privilege.use", { kind: "privilege.expire", attrs: { grantId } }))).toEqual(["expired"]);
  expect(stateOf(until("privilege.use", { kind: "privilege.revoke", attrs: { grantId } }))).toEqual(["revoked"]);
  expect(stateOf(until("privilege.use", { kind: "privilege.revoke", attrs: { grantId: "other" } }))).toEqual(["live"]);
});
