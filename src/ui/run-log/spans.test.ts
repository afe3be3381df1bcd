import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunEvent } from "#engine";
import { createNodePorts } from "#hosts/node";
import { beforeAll, describe, expect, test } from "vitest";
import type { TraceSpan } from "../trace/trace-data.ts";
import { logUpTo, valuesAt } from "./past.ts";
import { mara, record } from "./recorded.fixture.ts";
import type { Recorded } from "./recorded.fixture.ts";
import { spansOf, workIn } from "./spans.ts";
import { timeScale } from "./time-scale.ts";
import { createTraceIndex } from "./trace-index.ts";
import type { TraceIndex } from "./trace-index.ts";
import { whyOf } from "./why.ts";

let run: Recorded;
let index: TraceIndex;
beforeAll(async () => {
  const ports = await createNodePorts({ state: await mkdtemp(join(tmpdir(), "gatehouse-")), models: [] });
  run = await record("support-refunds", ports);
  await run.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  const [request] = run.session.waiting();
  if (request === undefined) throw new Error("Nobody was asked.");
  await run.session.decide(request, { by: mara, decision: "approve", comment: "" });
  await run.goOn();
  await ports.code.close();
  index = createTraceIndex(run.reading);
  index.add(run.events());
});

function seqOf(wanted: (event: RunEvent) => boolean): number {
  const found = run.events().find(wanted);
  if (found === undefined) throw new Error("There is no such step.");
  return found.seq;
}

describe("the tree of work", () => {
  test("has calls in their step, steps in their turn, and a wait for a person", () => {
    const spans = spansOf(index.log, run.reading);
    expect(spans.filter(({ depth }) => depth === 0).map(({ kind }) => kind)).toEqual(["turn"]);
    const agent = spans.find(({ title }) => title === "Support agent");
    expect(agent).toMatchObject({ kind: "node", depth: 1, isOpen: false });
    const kinds = spans.filter(({ depth }) => depth === 2).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(["search", "model", "tool", "person"]));
    expect(agent?.inside).toBe(kinds.length);
    expect(spans.find(({ kind }) => kind === "person")).toMatchObject({ ending: "allowed" });
    for (const { from, to } of spans) expect(to).toBeGreaterThanOrEqual(from);
    const model = spans.find(({ kind }) => kind === "model");
    expect(model?.tokens?.read).toBeGreaterThan(0);
  });

  test("counts as work what nobody was waited for", () => {
    const at = (kind: "turn" | "model" | "person", from: number, to: number) => ({ kind, from, to });
    expect(workIn([at("turn", 0, 900), at("model", 0, 100), at("person", 100, 900)])).toBe(100);
    expect(workIn([])).toBe(0);
  });

  test("keeps what has not ended open", () => {
    const cut = createTraceIndex(run.reading);
    cut.add(
      run.events().slice(
        0,
        seqOf(({ kind }) => kind === "llm.response"),
      ),
    );
    expect(
      spansOf(cut.log, run.reading)
        .filter(({ isOpen }) => isOpen)
        .map(({ kind }) => kind),
    ).toEqual(["turn", "node", "model"]);
  });
});

const span = (kind: TraceSpan["kind"], from: number, to: number): TraceSpan => ({
  seq: from,
  kind,
  title: "",
  turn: 1,
  depth: 0,
  from,
  to,
  isOpen: false,
  inside: 0,
});

describe("the clock face of a turn", () => {
  test("gives work its true length and folds a long wait", () => {
    const scale = timeScale([
      span("turn", 0, 1_000_000),
      span("model", 0, 1000),
      span("person", 1000, 999_000),
      span("tool", 999_000, 1_000_000),
    ]);
    expect(scale.folded).toEqual([{ from: 1000, to: 999_000 }]);
    expect([scale.at(0), scale.at(1_000_000)]).toEqual([0, 1]);
    expect(scale.at(1000)).toBeCloseTo(1 - scale.at(999_000));
    expect(scale.at(1000)).toBeGreaterThan(0.4);
  });

  test("never goes back, and knows a turn in which nothing took time", () => {
    const scale = timeScale([span("turn", 0, 500), span("model", 100, 200), span("tool", 150, 300)]);
    const places = Array.from({ length: 51 }, (_, at) => scale.at(at * 10));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(timeScale([span("turn", 5, 5)]).at(5)).toBe(0);
  });
});

describe("why", () => {
  const labelsOf = (seq: number) => whyOf(seq, index.log, run.reading)?.lines.map(({ label }) => label);

  test("a refund was allowed: the records, the rule, the person, the permission, each with its step", () => {
    const seq = seqOf((event) => event.kind === "tool.result" && event.attrs.tool === "refund");
    const why = whyOf(seq, index.log, run.reading);
    expect(why?.outcome).toBe("allowed");
    expect(labelsOf(seq)).toEqual(
      expect.arrayContaining(["What the records say", "The rule", "Why a person", "The decision", "The permission"]),
    );
    const rule = why?.lines.find(({ label }) => label === "The rule");
    expect(run.reading.titles.has(rule?.node ?? "")).toBe(true);
    for (const line of why?.lines ?? []) expect(run.events()[line.seq ?? -1]).toBeDefined();
  });

  test("a person was asked, and a note was stopped by a guard that stands on the canvas", () => {
    expect(
      whyOf(
        seqOf(({ kind }) => kind === "approval.request"),
        index.log,
        run.reading,
      )?.outcome,
    ).toBe("asked");
    const stop = seqOf((event) => event.kind === "guardrail.result" && event.attrs.verdict !== "allow");
    const why = whyOf(stop, index.log, run.reading);
    expect(["stopped", "removed"]).toContain(why?.outcome);
    expect(why?.lines.at(-1)).toMatchObject({ label: "The guard", node: "firewall" });
    expect(why?.lines[0]).toMatchObject({ label: "The text", text: "Looked up order A1007" });
  });

  test("nothing was decided about a message", () => {
    expect(
      whyOf(
        seqOf(({ kind }) => kind === "message"),
        index.log,
        run.reading,
      ),
    ).toBeUndefined();
  });
});

describe("the past of a step", () => {
  test("is its turn up to it, and what a node had in hand then", () => {
    const call = seqOf((event) => event.kind === "tool.call" && event.attrs.tool === "refund");
    const node = run.reading.tools.get("refund")?.nodeId ?? "";
    const before = logUpTo(index.log, call - 1);
    expect(before[0]?.kind).toBe("turn.start");
    expect(before.at(-1)?.seq).toBe(call - 1);
    expect(valuesAt(before, node, index)).toEqual({});
    const during = valuesAt(logUpTo(index.log, call), node, index);
    expect(during.got).toMatchObject({ orderId: "A1007" });
    expect(during).not.toHaveProperty("gave");
  });
});
