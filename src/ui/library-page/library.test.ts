import { emptyFlow, flow as flowSchema, verify, type Flow } from "#engine";
import { nodes, registry } from "#nodes";
import { templates } from "#templates";
import fc from "fast-check";
import { expect, test } from "vitest";
import { copyOf, flowIdFrom, freeTitle, longestTitle } from "../app/flow-copies.ts";
import { relativeTime } from "../app/when.ts";
import { en } from "../messages/index.ts";
import { monthStart, rowOf, sortRows } from "./flow-rows.ts";
import { cardOf } from "./template-cards.ts";

const t = en.library;
const now = Date.UTC(2026, 6, 15, 12);
const check = (flow: Flow) => verify(flow, registry);
const alone = { runs: undefined, isForeign: false, check, isOpen: () => false };
const clock = { now, language: "en" };

function support(): Flow {
  const found = templates.find(({ id }) => id === "support-refunds");
  if (found === undefined) throw new Error("There is no such template.");
  return found.flow;
}

test.each(templates.map((template) => [template.id, template] as const))(
  "the card of %s tells the truth",
  (_, template) => {
    const card = cardOf(template);
    const guards = template.flow.nodes.filter(
      ({ type }) => nodes.find((node) => node.type === type)?.group === "guard",
    );
    expect(card.guards).toBe(guards.length);
    expect(card.guards + card.steps).toBeLessThanOrEqual(template.flow.nodes.length);
    const ids = card.sketch.nodes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(card.sketch.nodes.filter(({ guard }) => guard !== undefined)).toHaveLength(guards.length);
    for (const { from, to } of card.sketch.wires) expect(ids).toEqual(expect.arrayContaining([from, to]));
  },
);

test("a row is judged by the flow itself", () => {
  const whole = support();
  const stored = { id: whole.id, flow: whole, createdAt: now, editedAt: now - 3_600_000 };
  expect(rowOf(stored, alone, t, clock)).toMatchObject({
    toRepair: 0,
    lastRun: undefined,
    runs: 0,
    edited: { text: "1 hour ago" },
  });
  const unguarded = { ...whole, edges: whole.edges.filter(({ from }) => from.node !== "firewall") };
  expect(rowOf({ ...stored, flow: unguarded }, alone, t, clock).toRepair).toBeGreaterThan(0);
});

test("the last run is said in words, and a waiting one says until when", () => {
  const flow = support();
  const last = { runId: "r", origin: "o", flow, vkey: "k", createdAt: now };
  const rowWith = (summary: Parameters<typeof runsWith>[0]) =>
    rowOf({ id: flow.id, flow, createdAt: now, editedAt: now }, { ...alone, runs: runsWith(summary) }, t, clock)
      .lastRun;
  const runsWith = (summary: {
    kind: "waiting" | "blocked" | "running";
    at: number;
    waiting: number;
    expiresAt?: number;
  }) => {
    return { runs: 3, recent: 1, last: { ...last, summary } };
  };
  expect(rowWith({ kind: "blocked", at: now, waiting: 0 })).toMatchObject({
    kind: "stopped",
    text: "Stopped by a guard",
  });
  expect(rowWith({ kind: "running", at: now, waiting: 0 })).toMatchObject({ kind: "failed", text: "Interrupted" });
  const waiting = rowWith({ kind: "waiting", at: now, waiting: 2, expiresAt: now });
  expect(waiting).toMatchObject({ kind: "waiting", text: "Waiting for 2 decisions" });
  expect(waiting?.when).toMatch(/^until /);
});

test("rows sort by name and by runs, and stay newest first otherwise", () => {
  const stored = (title: string) => ({ id: title, flow: emptyFlow("x", title), createdAt: now, editedAt: now });
  const rows = ["b", "c", "a"].map((title) => rowOf(stored(title), alone, t, clock));
  const names = (sort: "edited" | "name" | "runs") => sortRows(rows, sort, "en").map(({ name }) => name);
  expect(names("edited")).toEqual(["b", "c", "a"]);
  expect(names("name")).toEqual(["a", "b", "c"]);
  const busy = rows.map((row) => ({ ...row, runs: row.name === "a" ? 9 : 1 }));
  expect(sortRows(busy, "runs", "en")[0]?.name).toBe("a");
});

test("a copy is a flow of its own under a free title, however long the title", () => {
  const copy = copyOf(support(), flowIdFrom(crypto.randomUUID()), new Set([support().title]), t.copyOf);
  expect(flowSchema.safeParse(copy).success).toBe(true);
  expect(copy.title).toBe(`${support().title} 2`);
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: longestTitle }), fc.integer({ min: 0, max: 12 }), (title, n) => {
      const taken = new Set<string>();
      for (let copies = 0; copies <= n; copies += 1) {
        const free = freeTitle(title, taken, t.copyOf);
        expect(taken.has(free)).toBe(false);
        expect(free.length).toBeLessThanOrEqual(longestTitle);
        taken.add(free);
      }
    }),
  );
});

test("times are said as people say them", () => {
  expect(relativeTime(now, now, "en")).toBe("now");
  expect(relativeTime(now - 86_400_000, now, "en")).toBe("yesterday");
  expect(relativeTime(now + 300_000, now, "de")).toBe("in 5 Minuten");
  expect(new Date(monthStart(now)).getDate()).toBe(1);
});
