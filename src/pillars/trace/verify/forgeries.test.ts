import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { optionalPaths, paths } from "../bundle/layout.ts";
import { packLines, readLines, unpackLines, writeLines } from "../bundle/lines.ts";
import { readZip, writeZip } from "../bundle/zip.ts";
import { utf8 } from "../bytes.ts";
import { appendAll, refundTurn, runOrigin, startRun, testSigner } from "../run.fixture.ts";
import { bundleOf, closedBundle, options, resealed } from "./bundle.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";

const member = (bundle: Uint8Array, path: string) => readZip(bundle).get(path) ?? new Uint8Array();
const events = (bundle: Uint8Array) => unpackLines(member(bundle, paths.events));
const changed = (bundle: Uint8Array, path: string, bytes: Uint8Array) => resealed(bundle, new Map([[path, bytes]]));

/** An id of the same form that is nobody's. */
const otherId = (name: string) => (line: string) =>
  line.replace(
    new RegExp(`("${name}":")(.)`, "u"),
    (_, before: string, digit: string) => `${before}${digit === "0" ? "1" : "0"}`,
  );

describe("a change that the workspace's own key sealed again", () => {
  const at = (lines: string[], seq: number, edit: (line: string) => string) =>
    lines.map((line, index) => (index === seq ? edit(line) : line));
  const cases: [string, (lines: string[]) => string[], string, number | undefined][] = [
    [
      "an edited step",
      (lines) => at(lines, 5, (line) => line.replace('"model":"scripted"', '"model":"skripted"')),
      "E14",
      5,
    ],
    ["an edited last step", (lines) => at(lines, 19, (line) => line.replace('"done"', '"stopped"')), "E24", 19],
    ["a removed step", (lines) => lines.toSpliced(7, 1), "E13", 7],
    ["a repeated step", (lines) => lines.toSpliced(7, 0, lines[7] ?? ""), "E13", 8],
    ["two swapped steps", (lines) => lines.with(7, lines[8] ?? "").with(8, lines[7] ?? ""), "E13", 7],
    ["a missing end", (lines) => lines.slice(0, 15), "E22", 15],
    ["a space in a step", (lines) => at(lines, 4, (line) => line.replace(":", ": ")), "E10", 4],
    ["a repeated member", (lines) => at(lines, 4, (line) => line.replace('"v":1', '"v":1,"v":1')), "E10", 4],
    ["an added member", (lines) => at(lines, 4, (line) => line.replace('"v":1', '"v":1,"w":1')), "E11", 4],
    ["a step of another run", (lines) => at(lines, 4, (line) => line.replace("/run/r1", "/run/r2")), "E12", 4],
    ["a step under another span", (lines) => at(lines, 4, otherId("span_id")), "E12", 4],
    ["a last step under another span", (lines) => at(lines, 19, otherId("span_id")), "E12", 19],
    ["a step under another trace", (lines) => at(lines, 4, otherId("trace_id")), "E12", 4],
    ["nothing at all", () => [], "E25", undefined],
  ];

  it.each(cases)("shows %s", async (_, edit, code, step) => {
    const bundle = await closedBundle();
    const forged = await changed(bundle, paths.events, packLines(edit(events(bundle))));
    const report = await verifyBundle(forged, options);
    expect([report.verdict, report.codes, report.step]).toEqual(["FAILED", [code], step]);
    const untouched = await changed(bundle, paths.events, packLines(events(bundle)));
    expect((await verifyBundle(untouched, options)).verdict).toBe("VERIFIED");
  });

  it("names the step as well when the seal itself is broken", async () => {
    const bundle = await closedBundle();
    const lines = events(bundle).map((line, seq) => (seq === 5 ? line.replace("scripted", "skripted") : line));
    const members = new Map(readZip(bundle)).set(paths.events, packLines(lines));
    const report = await verifyBundle(writeZip(members), options);
    expect(report).toMatchObject({ verdict: "FAILED", step: 5, message: "A step was changed after it was recorded." });
    expect(report.codes[1]).toBe("E14");
    expect(report.part).toBeUndefined();
  });

  it("names the step as well when an ordinary ZIP tool packed the changed bundle", async () => {
    const bundle = await closedBundle();
    const lines = events(bundle).map((line, seq) => (seq === 5 ? line.replace("scripted", "skripted") : line));
    const repacked = (changes: Record<string, Uint8Array>) =>
      zipSync({ ...Object.fromEntries(readZip(bundle)), ...changes }, { level: 6 });
    const report = await verifyBundle(repacked({ [paths.events]: packLines(lines) }), options);
    expect(report).toMatchObject({ verdict: "FAILED", codes: ["E01", "E14"], step: 5 });
    const same = await verifyBundle(repacked({}), options);
    expect(same).toMatchObject({ verdict: "FAILED", codes: ["E01"], message: expect.stringContaining("repacked") });
  });

  it("shows another value, a value too many and a value that is gone", async () => {
    const bundle = await closedBundle();
    const rows = unpackLines(member(bundle, paths.disclosures));
    const with_ = async (edited: string[]) =>
      (await verifyBundle(await changed(bundle, paths.disclosures, packLines(edited)), options)).codes;
    expect(await with_(rows)).toEqual([]);
    expect(await with_(rows.slice(1))).toEqual(["E42"]);
    expect(await with_([...rows, rows[0] ?? ""])).toEqual(["E40"]);
    expect(await with_(rows.toReversed())).toEqual(["E40"]);
    const forged = (rows[2] ?? "").replace(
      /"d":"([^"]*)"/,
      (_, d: string) =>
        `"d":"${Buffer.from(Buffer.from(d, "base64url").toString().replace("refund", "REFUND")).toString("base64url")}"`,
    );
    expect(forged).not.toBe(rows[2]);
    expect(await with_(rows.with(2, forged))).toEqual(["E41"]);
  });

  it("shows an erased value that came back", async () => {
    const run = await startRun();
    await appendAll(run.journal, refundTurn());
    const [open] = await run.store.disclosures(runOrigin, 2, 3);
    const lines = await run.store.lines(runOrigin, 2, 3);
    const digest = /"content":"([\w-]{43})"/.exec(lines[0] ?? "")?.[1] ?? "";
    await run.ledger.record([
      { type: "redact", run: runOrigin, seq: 2, field: "content", digest, reason: "", actorRef: "" },
    ]);
    await run.close();
    expect(open?.field).toBe("content");
    expect((await verifyBundle(await bundleOf(run), options)).codes).toEqual(["E43"]);
  });

  it.each([
    [paths.flow, "E26"],
    [paths.policies, "E26"],
    [paths.models, "E26"],
    [paths.runKey, "E09"],
    [paths.checkpoint, "E21"],
    [paths.ledgerCheckpoint, "E30"],
    [optionalPaths.ledgerHashes, "E32"],
    [optionalPaths.closeProof, "E32"],
  ])("shows another %s", async (path, code) => {
    const other = await closedElsewhere();
    const replacement = path.startsWith("flow/")
      ? utf8('{"other":1}')
      : path === paths.checkpoint
        ? utf8("x\n")
        : member(other, path);
    expect((await verifyBundle(other, options)).codes).toEqual(["E07"]);
    const report = await verifyBundle(await changed(await closedBundle(), path, replacement), options);
    expect([report.verdict, report.codes]).toEqual(["FAILED", [code]]);
  });

  it("shows a ledger entry that is not in the ledger, and an end that the ledger does not know", async () => {
    const bundle = await closedBundle();
    const rows = readLines(member(bundle, paths.ledger));
    const ledger = async (edited: string[]) =>
      (await verifyBundle(await changed(bundle, paths.ledger, writeLines(edited)), options)).codes;
    expect(await ledger(rows)).toEqual([]);
    expect(await ledger(rows.slice(0, 1))).toEqual(["E34"]);
    expect(await ledger(rows.slice(1))).toEqual(["E33"]);
    expect(await ledger(rows.toReversed())).toEqual(["E31"]);
    expect(await ledger(rows.map((row) => row.replace("2027", "2028")))).toEqual(["E32"]);
  });
});

async function closedElsewhere(): Promise<Uint8Array> {
  const run = await startRun("other.example/ws/run/r9");
  await run.close();
  return bundleOf(run, {}, testSigner("other.example/ws"));
}
