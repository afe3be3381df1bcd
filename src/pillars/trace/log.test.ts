import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openCheckpoint } from "./checkpoint.ts";
import { openDisclosure, sealValue } from "./disclosure.ts";
import { draft, refundTurn, runOrigin, testOptions, testSigner } from "./run.fixture.ts";
import { readLine } from "./line.ts";
import { emptyState, openRunLog, stateOfLines } from "./log.ts";
import { leafHash, rangeOf, rootOf } from "./merkle.ts";
import { readEvents } from "./read.ts";
import { parseVkey } from "./signed-note.ts";
import { formatTime, parseTime } from "./time.ts";

const code = (expected: string) => expect.objectContaining({ code: expected });
const open = draft("run.open", "run", { attrs: { flowDigest: "f" } });

describe("a run's log", () => {
  it("chains every line to the one before and reads back as the same events", () => {
    const log = openRunLog(undefined, testOptions());
    const appended = [open, ...refundTurn()].map((each) => log.append(each));
    const lines = appended.map(({ line }) => line);
    expect(stateOfLines(runOrigin, lines)).toEqual(log.state());
    const disclosures = appended.flatMap((each) => each.disclosures);
    const read = readEvents(runOrigin, lines, disclosures);
    expect(read).toEqual(appended.map(({ event }) => event));
    expect(readLine(lines[3] ?? "").node).toEqual({ id: "a", type: "agent" });
  });

  it("keeps values out of the line", () => {
    const log = openRunLog(undefined, testOptions());
    log.append(open);
    const { line, disclosures } = log.append(draft("message", "m", { values: { content: "Ada Lovelace" } }));
    expect(line).not.toContain("Ada");
    expect(disclosures.map(({ text }) => openDisclosure(text).value)).toEqual(["Ada Lovelace"]);
  });

  it("binds an approval to the very arguments that it shows", () => {
    const log = openRunLog(undefined, testOptions());
    log.append(open);
    const { event } = log.append(
      draft("approval.request", "a", { attrs: { argsDigest: "" }, values: { arguments: { amount: 1 } } }),
    );
    expect(event.attrs["argsDigest"]).toBe(event.digests["arguments"]);
    expect(event.attrs["argsDigest"]).toHaveLength(43);
  });

  it("signs what stood at the call, whatever is appended meanwhile", async () => {
    const log = openRunLog(undefined, testOptions());
    const first = log.append(open);
    const signing = log.checkpoint();
    log.append(draft("node.start", "n"));
    const { size, note } = await signing;
    const { checkpoint } = openCheckpoint(note, [parseVkey(log.vkey)]);
    expect(checkpoint).toEqual({ origin: runOrigin, size, root: rootOf(rangeOf([first.leaf])) });
    expect(leafHash(first.line)).toEqual(first.leaf);
  });

  it("asks for a checkpoint after the start, every 64 events, at approvals and at the end", async () => {
    const log = openRunLog(undefined, testOptions());
    const due: number[] = [];
    const kinds = [
      "run.open",
      ...Array.from({ length: 70 }, () => "node.start"),
      "approval.request",
      "node.end",
      "run.close",
    ];
    for (const kind of kinds) {
      const { seq } = log.append(draft(kind, "k"));
      if (log.checkpointDue()) {
        due.push(seq);
        await log.checkpoint();
      }
    }
    expect(due).toEqual([0, 64, 71, 73]);
  });

  it("never lets its own clock go back, not even in a new process", () => {
    let micros = 5_000_000;
    const options = { ...testOptions(), clock: { now: () => 1_000_000, monoUs: () => micros } };
    const log = openRunLog(undefined, options);
    const monos: number[] = [];
    for (const value of [5_000_000, 6_000_000, 100]) {
      micros = value;
      monos.push(readLine(log.append(monos.length === 0 ? open : draft("node.start", "n")).line).mono_us);
    }
    micros = 10;
    const next = openRunLog(log.state(), options);
    micros = 50;
    monos.push(readLine(next.append(draft("node.end", "n")).line).mono_us);
    expect(monos).toEqual([5_000_000, 6_000_000, 6_000_000, 6_000_040]);
  });

  it.each([
    ["an unnamed step", draft("node.start", ""), "bad-line"],
    ["an odd kind", draft("Node start", "k"), "bad-line"],
    ["a value that JSON can't carry", draft("node.start", "k", { values: { at: Number.NaN } }), "not-canonical"],
    ["a lone surrogate in an attribute", draft("node.start", "k", { attrs: { a: "\ud800" } }), "not-canonical"],
    [
      "an attribute that would set a prototype",
      draft("node.start", "k", { attrs: JSON.parse('{"__proto__":1}') }),
      "bad-line",
    ],
    ["a reserved value name", draft("node.start", "k", { values: { _sd: 1 } }), "bad-disclosure"],
    ["a line that is too long", draft("node.start", "k", { attrs: { a: "x".repeat(17_000) } }), "too-large"],
    ["a second start", open, "not-open"],
  ])("refuses %s and stays as it was", (_, wrong, expected) => {
    const log = openRunLog(undefined, testOptions());
    log.append(open);
    const before = log.state();
    expect(() => log.append(wrong)).toThrow(code(expected));
    expect(log.state()).toEqual(before);
  });

  it("starts with run.open, ends with run.close and is signed by its own key only", () => {
    const log = openRunLog(undefined, testOptions());
    expect(() => log.append(draft("node.start", "n"))).toThrow(code("not-open"));
    log.append(open);
    log.append(draft("run.close", "c"));
    expect(() => log.append(draft("node.start", "n"))).toThrow(code("closed"));
    expect(() => openRunLog(undefined, { ...testOptions(), signer: testSigner("another.example/run/x") })).toThrow(
      code("bad-key"),
    );
  });

  it("refuses stored lines that were swapped, dropped or belong to another run", () => {
    const log = openRunLog(undefined, testOptions());
    const lines = [open, ...refundTurn()].map((each) => log.append(each).line);
    const [first = "", second = "", ...rest] = lines;
    expect(() => stateOfLines(runOrigin, [first, ...rest])).toThrow(code("bad-line"));
    expect(() => stateOfLines(runOrigin, [second, first, ...rest])).toThrow(code("bad-line"));
    expect(() => stateOfLines("other.example/run/r", lines)).toThrow(code("bad-line"));
    expect(emptyState("a").prev).not.toBe(emptyState("b").prev);
  });
});

describe("a disclosure", () => {
  it("opens to what was sealed, and a fresh salt gives another digest", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), fc.string({ unit: "grapheme" }), (salt, value) => {
        const { text, digest } = sealValue(salt, "content", value);
        expect(openDisclosure(text)).toEqual({ salt, field: "content", value, digest });
        const other = Uint8Array.from(salt, (byte) => byte ^ 1);
        expect(sealValue(other, "content", value).digest).not.toBe(digest);
      }),
    );
  });

  it.each([
    '["AAAAAAAAAAAAAAAAAAAAAA","a"]',
    '["AAAA","a",1]',
    '["AAAAAAAAAAAAAAAAAAAAAA","_sd",1]',
    '["AAAAAAAAAAAAAAAAAAAAAA", "a",1]',
    "{}",
  ])("refuses %s", (json) => {
    expect(() => openDisclosure(Buffer.from(json).toString("base64url"))).toThrow();
  });
});

describe("a time", () => {
  it("is written as the platform writes it and read back", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }),
        (date) => {
          expect(formatTime(date.getTime())).toBe(date.toISOString());
          expect(parseTime(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
    for (const wrong of ["2026-01-01T00:00:00Z", "2026-01-01 00:00:00.000Z", "+002026-01-01T00:00:00.000Z"]) {
      expect(parseTime(wrong)).toBeUndefined();
    }
  });

  it("is none where the calendar or the clock has no such moment", () => {
    const number = (most: number, width: number) => fc.nat(most).map((value) => String(value).padStart(width, "0"));
    const years = fc.oneof(number(9999, 4), fc.constantFrom("0000", "1900", "2000", "2023", "2024"));
    const days = fc.tuple(years, number(14, 2), number(33, 2)).map((parts) => parts.join("-"));
    const clocks = fc.tuple(number(25, 2), number(61, 2), number(61, 2)).map((parts) => parts.join(":"));
    fc.assert(
      fc.property(days, clocks, number(999, 3), (day, clock, ms) => {
        const text = `${day}T${clock}.${ms}Z`;
        const date = new Date(text);
        const exists = !Number.isNaN(date.getTime()) && date.toISOString() === text;
        expect(parseTime(text), text).toBe(exists ? date.getTime() : undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
