import { describe, expect, it } from "vitest";
import { compress, expand } from "../bundle/gzip.ts";
import { readBundle } from "../bundle/read.ts";
import { readZip, writeZip } from "../bundle/zip.ts";
import { concat, utf8 } from "../bytes.ts";
import { derivedParts, derivedPaths } from "../derived/derive.ts";
import { eraseValues } from "../erasure/erase-values.ts";
import { appendAll, refundTurn, runOrigin, startRun } from "../run.fixture.ts";
import { bundleOf, closedBundle, options, resealed } from "./bundle.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";

const personal = ["Ada Lovelace", "Where is my refund", "Refunded 30 EUR", "A1001", "Grace"];

function textsOf(bundle: Uint8Array): string {
  const members = readZip(bundle);
  return derivedPaths
    .map((path) => Buffer.from(expand(members.get(path) ?? new Uint8Array())).toString("utf8"))
    .join("\n");
}

describe("the derived parts of a bundle", () => {
  it("are in every bundle and follow from it", async () => {
    const bundle = await closedBundle();
    expect([...readZip(bundle).keys()].filter((path) => path.startsWith("derived/"))).toEqual([...derivedPaths].sort());
    const { manifest, events } = readBundle(bundle);
    for (const [path, bytes] of derivedParts(manifest.origin, events)) {
      expect(expand(readZip(bundle).get(path) ?? new Uint8Array())).toEqual(bytes);
    }
    for (const text of personal) expect(textsOf(bundle)).toContain(text);
    expect((await verifyBundle(bundle, options)).verdict).toBe("VERIFIED");
  });

  it("may be absent, as in bundles from before they were", async () => {
    const bundle = await closedBundle();
    const bare = new Map(readZip(bundle));
    for (const path of derivedPaths) bare.delete(path);
    const report = await verifyBundle(await resealed(writeZip(bare), new Map()), options);
    expect([report.verdict, report.codes]).toEqual(["VERIFIED", []]);
  });

  it.each(derivedPaths)("are compared by content: %s", async (path) => {
    const bundle = await closedBundle();
    const content = expand(readZip(bundle).get(path) ?? new Uint8Array());
    const codes = async (bytes: Uint8Array) => {
      const { codes: found, part } = await verifyBundle(await resealed(bundle, new Map([[path, bytes]])), options);
      return [found, part];
    };
    expect(await codes(compress(content))).toEqual([[], undefined]);
    const longer = compress(concat(content, utf8("\n")));
    const bomb = compress(new Uint8Array(5_000_000));
    for (const wrong of [longer, compress(content.slice(1)), content, new Uint8Array(), bomb]) {
      expect(await codes(wrong)).toEqual([["E27"], path]);
    }
  });

  it("show nothing that was withheld, and a bundle in which they do fails", async () => {
    const run = await startRun();
    await appendAll(run.journal, refundTurn());
    await run.close();
    const whole = await bundleOf(run);
    const bundle = await bundleOf(run, { withhold: () => true });
    for (const text of personal) expect(textsOf(bundle)).not.toContain(text);
    const report = await verifyBundle(bundle, options);
    expect([report.verdict, report.withheld > 20]).toEqual(["VERIFIED", true]);
    for (const path of derivedPaths) {
      const leaked = new Map([[path, readZip(whole).get(path) ?? new Uint8Array()]]);
      expect((await verifyBundle(await resealed(bundle, leaked), options)).codes).toEqual(["E27"]);
    }
  });

  it("show nothing that was erased", async () => {
    const run = await startRun();
    await appendAll(run.journal, refundTurn());
    await run.close();
    const { events } = readBundle(await bundleOf(run));
    const [said] = events.filter(({ kind, values }) => kind === "message" && values["content"] === "Refunded 30 EUR.");
    if (said === undefined) throw new Error("no such message");
    const why = { reason: "asked", actorRef: "u" };
    await eraseValues(run.ledger, runOrigin, [said], [{ seq: said.seq, field: "content" }], why);
    const bundle = await bundleOf(run);
    expect(textsOf(bundle)).not.toContain("Refunded 30 EUR.");
    expect(await verifyBundle(bundle, options)).toMatchObject({ verdict: "VERIFIED", erased: 1 });
  });
});
