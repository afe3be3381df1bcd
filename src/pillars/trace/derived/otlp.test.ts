import fc from "fast-check";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import protobuf from "protobufjs";
import { describe, expect, it } from "vitest";
import { fromUtf8, sha256, toHex } from "../bytes.ts";
import { draft, refundTurn, runOrigin } from "../run.fixture.ts";
import { conventions } from "./conventions.ts";
import { derivedParts } from "./derive.ts";
import { eventsOf } from "./derived.fixture.ts";
import { registeredNames, registeredOperations } from "./gen-ai-names.fixture.ts";
import { attribute, measured, nanoseconds, type Span, type TracesData } from "./otlp.ts";
import { otlpJson } from "./otlp-json.ts";
import { otlpProtobuf } from "./otlp-protobuf.ts";
import { faultsOf, otlpSchema } from "./otlp-schema.fixture.ts";
import { tracesOf } from "./spans.ts";

/** A decoder that knows nothing of ours: protobufjs over the public schema. */
const decoder = protobuf.Root.fromJSON({
  nested: Object.fromEntries(
    Object.entries(otlpSchema).map(([message, fields]) => [
      message,
      {
        fields: Object.fromEntries(
          Object.entries(fields).map(([name, { id, type, repeated }]) => [
            name,
            { id, type: type === "enum" ? "int32" : type, ...(repeated === true ? { rule: "repeated" } : {}) },
          ]),
        ),
      },
    ]),
  ),
}).lookupType("TracesData");

function decoded(bytes: Uint8Array): unknown {
  const plain = decoder.toObject(decoder.decode(bytes), { longs: String, bytes: String, arrays: false });
  return JSON.parse(JSON.stringify(plain), (name, value) =>
    name.endsWith("Id") && typeof value === "string" ? Buffer.from(value, "base64").toString("hex") : value,
  );
}

/** protobufjs leaves empty lists out; JSON may hold them. */
function withoutEmptyLists(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, each) => (Array.isArray(each) && each.length === 0 ? undefined : each));
}

const spansIn = (data: TracesData): readonly Span[] =>
  data.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));

const valueOf = (span: Span | undefined, key: string) => span?.attributes.find((each) => each.key === key)?.value;

const refund = async () => tracesOf(runOrigin, await eventsOf(refundTurn()));

describe("the protobuf form", () => {
  it("is what an independent decoder reads as the JSON form", async () => {
    const data = await refund();
    expect(decoded(otlpProtobuf(data))).toEqual(withoutEmptyLists(data));
    expect(JSON.parse(fromUtf8(otlpJson(data)))).toEqual(data);
  });

  it("carries every value that JSON can hold", () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        (value, number) => {
          if (!JSON.stringify(value).isWellFormed() || /\d{16}/.test(JSON.stringify(value))) return;
          const json = JSON.parse(JSON.stringify(value).replaceAll("-0", "0"));
          const attributes = [
            ...attribute("one", json),
            ...attribute("none", undefined),
            ...measured("two", number || 0),
          ];
          const data: TracesData = { resourceSpans: [{ resource: { attributes }, scopeSpans: [] }] };
          expect(decoded(otlpProtobuf(data))).toEqual(withoutEmptyLists(data));
        },
      ),
    );
  });
});

describe("the JSON form", () => {
  it("has the members and forms of the schema", async () => {
    expect(faultsOf(await refund())).toEqual([]);
    expect(faultsOf({ resourceSpans: [{ spans: [], resource: { attributes: [{ key: 1 }] } }] })).toEqual([
      "$.resourceSpans[0].spans is unknown",
      "$.resourceSpans[0].resource.attributes[0].key is no string",
    ]);
  });

  const data = process.env["GATEHOUSE_DATA"];
  it.runIf(data)("has those of the official example", () => {
    const path = join(data ?? "", "vectors", "otlp", "examples", "trace.json");
    expect(faultsOf(JSON.parse(readFileSync(path, "utf8")))).toEqual([]);
  });

  it("keeps times inside 64 bits", () => {
    expect(nanoseconds(1_800_000_000_007)).toBe("1800000000007000000");
    expect([-5, 0, 253_402_300_799_999].map(nanoseconds)).toEqual(["0", "0", "18446744073709000000"]);
  });
});

describe("the names", () => {
  it("are those of the conventions at the pinned commit, or our own", async () => {
    expect(conventions.commit).toBe("002c8a6ea1c8a42b14a4527db83b3cabcded610a");
    const spans = spansIn(await refund());
    const keys = new Set(
      spans
        .flatMap((span) => [...span.attributes, ...span.events.flatMap((event) => event.attributes)])
        .map(({ key }) => key),
    );
    const foreign = [...keys].filter(
      (key) => !registeredNames.has(key) && !key.startsWith("gatehouse.") && key !== "error.type",
    );
    expect(foreign).toEqual([]);
    expect([...keys].filter((key) => key.startsWith("gen_ai.")).length).toBeGreaterThan(12);
    const used = spans.flatMap((span) => valueOf(span, "gen_ai.operation.name") ?? []);
    for (const value of used) expect("stringValue" in value && registeredOperations.has(value.stringValue)).toBe(true);
    expect(new Set(used.map((value) => JSON.stringify(value))).size).toBe(4);
  });

  it("are each used once on a span and on an event", async () => {
    for (const span of spansIn(await refund())) {
      for (const { attributes } of [span, ...span.events]) {
        const keys = attributes.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });
});

describe("the spans", () => {
  it("tell a turn as a workflow, an agent, a model call and a tool call", async () => {
    const spans = spansIn(await refund());
    const names = spans.map(({ name }) => name);
    expect(names).toEqual([
      "invoke_workflow Support",
      "turn 1",
      "invoke_agent a",
      "guardrail f",
      "chat scripted",
      "execute_tool refund",
      "approval refund",
    ]);
    const tool = spans.find(({ name }) => name === "execute_tool refund");
    expect(valueOf(tool, "gen_ai.tool.call.arguments")).toEqual({ stringValue: '{"amount":"30","orderId":"A1001"}' });
    const chat = spans.find(({ name }) => name === "chat scripted");
    expect(valueOf(chat, "gen_ai.input.messages")).toEqual({
      stringValue: '[{"parts":[{"content":"Where is my refund? \u{1F600}","type":"text"}],"role":"user"}]',
    });
    expect(valueOf(chat, "gen_ai.response.finish_reasons")).toEqual({
      arrayValue: { values: [{ stringValue: "tool_call" }] },
    });
  });

  it("carry every recorded event once, under ids that are the log's own, parents before children", async () => {
    const events = await eventsOf([...refundTurn(1), ...refundTurn(2)]);
    const spans = spansIn(tracesOf(runOrigin, events));
    const carried = spans.flatMap((span) =>
      span.events.flatMap(({ attributes }) => attributes.filter(({ key }) => key === "gatehouse.seq")),
    );
    expect(
      carried.map(({ value }) => ("intValue" in value ? Number(value.intValue) : -1)).sort((a, b) => a - b),
    ).toEqual(events.map(({ seq }) => seq));
    const seen = new Set<string>();
    for (const [at, { spanId, parentSpanId, startTimeUnixNano, endTimeUnixNano }] of spans.entries()) {
      expect(parentSpanId === undefined).toBe(at === 0);
      if (parentSpanId !== undefined) expect(seen.has(parentSpanId)).toBe(true);
      expect(seen.has(spanId)).toBe(false);
      expect(BigInt(startTimeUnixNano) <= BigInt(endTimeUnixNano)).toBe(true);
      seen.add(spanId);
    }
  });

  it("give a message to the model once, and one that the firewall changed as it was changed", async () => {
    const turn = refundTurn();
    const asked = turn.findIndex(({ kind }) => kind === "llm.request");
    const request = turn[asked] ?? draft("llm.request", "x");
    const hidden = draft("guardrail.result", "fw", {
      attrs: {
        ref: "t1/in",
        direction: "input",
        target: "user",
        firewall: "f",
        mode: "enforce",
        verdict: "redact",
        score: 1,
        categories: [],
      },
      values: { before: "secret", after: "[hidden]", findings: [] },
    });
    const again = { ...request, key: "t1/a/1", parent: "t1/a" };
    const spans = spansIn(
      tracesOf(runOrigin, await eventsOf([...turn.slice(0, asked), hidden, ...turn.slice(asked), again])),
    );
    const inputs = spans.map((span) => valueOf(span, "gen_ai.input.messages")).filter((value) => value !== undefined);
    expect(inputs).toEqual([{ stringValue: '[{"parts":[{"content":"[hidden]","type":"text"}],"role":"user"}]' }]);
  });

  it("say what failed", async () => {
    const spans = spansIn(
      tracesOf(
        runOrigin,
        await eventsOf([
          draft("privilege.deny", "t1/c", { attrs: { tool: "refund", code: "no-rule" }, values: { sentence: "No." } }),
          draft("error", "e", { attrs: { code: "timeout", attempt: 1 }, values: { sentence: "Late." } }),
        ]),
      ),
    );
    expect(spans.map(({ name, events, status }) => [name, events.length, status])).toEqual([
      ["invoke_workflow Support", 4, undefined],
    ]);
    const denied = refundTurn()
      .slice(0, 9)
      .concat(
        draft("privilege.deny", "t1/a/0/c0", {
          attrs: { tool: "refund", code: "no-rule" },
          values: { sentence: "No." },
        }),
      );
    const last = spansIn(tracesOf(runOrigin, await eventsOf(denied))).find(({ name }) => name === "privilege refund");
    expect([last?.status, valueOf(last, "error.type")]).toEqual([{ code: 2 }, { stringValue: "no-rule" }]);
  });
});

describe("the bytes", () => {
  // Bundles hold these bytes and the check makes them anew. If they change, honest bundles fail: raise `derivedVersion`,
  // write the new form under new paths, and keep this one for what is already out.
  it("stay what they are", async () => {
    const parts = derivedParts(runOrigin, await eventsOf(refundTurn()));
    expect([...parts].map(([path, bytes]) => [path, toHex(sha256(bytes))])).toMatchInlineSnapshot(`
      [
        [
          "derived/otlp.json.gz",
          "2aa79c9e20d6bedd2efe56402fc146902c42be3c12bbf94e56effa7d8c07f9fc",
        ],
        [
          "derived/otlp.pb.gz",
          "971ae56dac50b0a3f07696e10089f059c28f7c1550bb06930f7951be81e04879",
        ],
        [
          "derived/steps.csv.gz",
          "8f1fbcc6caeff36828f7d22701c78ed6acdb5045b952e47444547a885556e3d9",
        ],
      ]
    `);
  });
});
