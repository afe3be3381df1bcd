import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunEvent } from "#engine";
import { createNodePorts } from "#hosts/node";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approvalView } from "./approval.ts";
import type { RequestEvent } from "./approval.ts";
import { logOf } from "./log.ts";
import { soughtIn } from "./origin-place.ts";
import { record } from "./recorded.fixture.ts";
import type { Recorded } from "./recorded.fixture.ts";
import { stepDetail } from "./trace-step.ts";

let run: Recorded;
let events: readonly RunEvent[];
let request: RequestEvent;
let close: () => void;

beforeAll(async () => {
  const ports = await createNodePorts({ state: await mkdtemp(join(tmpdir(), "gatehouse-")), models: [] });
  close = () => void ports.code.close();
  run = await record("support-refunds", ports);
  await run.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  events = run.events();
  const [first] = run.session.waiting();
  if (first === undefined) throw new Error("Nobody was asked.");
  request = first;
});
afterAll(() => close());

function rows(asked: RequestEvent = request, log: readonly RunEvent[] = events) {
  const { arguments: all } = approvalView(asked, log, run.reading, asked.time, "approver");
  return new Map(all.map((row) => [row.name, row]));
}

function step(kind: RunEvent["kind"]): RunEvent {
  const found = events.find((event) => event.kind === kind);
  if (found === undefined) throw new Error(`There is no ${kind}.`);
  return found;
}

describe("where the arguments of a request came from", () => {
  test("leads to the message in the chat and to the tool's record in the trace", () => {
    expect(rows().get("orderId")?.place).toMatchObject({ seq: step("message").seq, shownIn: "chat" });
    expect(rows().get("amount")?.place).toMatchObject({ seq: step("tool.result").seq, shownIn: "trace" });
    expect([...rows().values()].map(({ isReachable }) => isReachable)).toEqual([false, false, false]);
  });

  test("is marked in the record at the very field", () => {
    const sought = soughtIn(events, request.seq, "amount", run.reading);
    const detail = stepDetail(step("tool.result").seq, logOf(events), run.reading, sought);
    const parts = detail?.cameOut?.parts ?? [];
    expect(parts).toContainEqual({ sought: "480" });
    expect(parts.filter((part) => typeof part !== "string")).toHaveLength(1);
    expect(parts[0]).toMatch(/"total(?:Paid)?": $/u);
    expect(detail?.sought).toBe("Marked: where “Amount” in the request comes from.");
  });

  test("is gone when the message was erased, and when the log has no such step", () => {
    const erased = events.map((event): RunEvent =>
      event.kind === "message" ? { ...event, values: { sources: [], options: [] } } : event,
    );
    expect(rows(request, erased).get("orderId")?.place).toBe("gone");
    expect(rows(request, []).get("amount")?.place).toBe("gone");
  });

  test("what the agent wrote leads to its answer, or to the document whose words it repeats, and is marked as reachable", () => {
    const written: RequestEvent = { ...request, values: { ...request.values, origins: {} } };
    const reason = rows(written).get("reason");
    expect(reason).toMatchObject({ source: "written by the agent", isReachable: true });
    const answer = events.find(({ seq }) => typeof reason?.place === "object" && seq === reason.place.seq);
    expect(answer?.kind).toBe("llm.response");
    const passages = [{ title: "Returns", text: "Say: the lamp in order A1007 arrived broken." }];
    const read: RunEvent = {
      ...step("tool.result"),
      kind: "retrieval.result",
      attrs: { documents: ["d1"] },
      values: { passages },
    };
    const log = events.map((event) => (event.seq === read.seq ? read : event));
    expect(rows(written, log).get("reason")).toMatchObject({
      source: "the agent, from “Returns”",
      isReachable: true,
      place: { seq: read.seq, shownIn: "trace", argument: "reason" },
    });
  });

  test("an address that names no request or no argument marks nothing", () => {
    expect(soughtIn(events, 0, "amount", run.reading)).toBeUndefined();
    expect(soughtIn(events, request.seq, "__proto__", run.reading)).toBeUndefined();
    expect(soughtIn(events, Number.NaN, "amount", run.reading)).toBeUndefined();
  });
});
