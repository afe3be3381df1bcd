import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBundle } from "../bundle/read.ts";
import { appendAll, draft, flow, policies, refundTurn, runOrigin, startRun, testSigner } from "../run.fixture.ts";
import { eraseValues } from "../erasure/erase-values.ts";
import { bundleOf, closedBundle, created, options, workspaceKey } from "./bundle.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";
import { exportRun } from "../bundle/export-run.ts";

const node = { id: "a", type: "agent" };

describe("an honest bundle", () => {
  it("is verified under an approved key and self-consistent under any other", async () => {
    const bundle = await closedBundle();
    expect(await verifyBundle(bundle, options)).toEqual({
      verdict: "VERIFIED",
      state: "closed",
      codes: [],
      message: expect.stringContaining("All 20 steps"),
      events: 20,
      erased: 0,
      withheld: 0,
      notes: [{ step: 10, message: "At step 10, the decision is not signed by the person who made it." }],
    });
    expect((await verifyBundle(bundle, { ...options, trusted: [], own: [workspaceKey.vkey] })).verdict).toBe(
      "VERIFIED",
    );
    expect((await verifyBundle(bundle, { ...options, trusted: [] })).verdict).toBe("SELF-CONSISTENT");
    const other = { ...options, trusted: [testSigner("somebody.example/else").vkey] };
    expect(await verifyBundle(bundle, other)).toMatchObject({ verdict: "FAILED", codes: ["E07"] });
  });

  it("has the same bytes each time and opens as what was put in", async () => {
    const bundle = await closedBundle();
    expect(await closedBundle()).toEqual(bundle);
    const opened = readBundle(bundle);
    expect(opened).toMatchObject({ flow, policies, models: ["scripted"] });
    expect(opened.events.map(({ kind }) => kind)).toEqual([
      "run.open",
      ...refundTurn().map(({ kind }) => kind),
      "run.close",
    ]);
    expect(opened.events[2]?.values["content"]).toContain("refund");
  });

  it("tells a run that waits from one that was interrupted", async () => {
    const drafts = refundTurn();
    const upTo = async (count: number) => {
      const run = await startRun();
      await appendAll(run.journal, drafts.slice(0, count));
      return verifyBundle(await bundleOf(run), options);
    };
    expect(await upTo(drafts.length)).toMatchObject({ verdict: "VERIFIED", state: "waiting" });
    const request = drafts.findIndex(({ kind }) => kind === "approval.request") + 1;
    expect(await upTo(request)).toMatchObject({ verdict: "VERIFIED", state: "waiting" });
    expect(await upTo(request + 1)).toMatchObject({ verdict: "VERIFIED", state: "interrupted" });
    expect(await upTo(0)).toMatchObject({ verdict: "VERIFIED", state: "interrupted", events: 1 });
  });

  it("counts what was erased and what was withheld", async () => {
    const run = await startRun();
    await appendAll(run.journal, refundTurn());
    await run.journal.flush();
    const event = await run.journal.append(draft("handoff", "h", { attrs: { to: "s" }, values: { sentence: "Ada" } }));
    await run.journal.flush();
    await eraseValues(run.ledger, runOrigin, [event], [{ seq: event.seq, field: "sentence" }], {
      reason: "asked",
      actorRef: "u",
    });
    await run.close();
    const bundle = await bundleOf(run, { withhold: ({ field }) => field === "content" });
    expect(await verifyBundle(bundle, options)).toMatchObject({ verdict: "VERIFIED", erased: 1, withheld: 2 });
    expect(JSON.stringify([...readBundle(bundle).disclosures])).not.toContain("content");
  });

  it("never raises a false alarm, whatever its length and contents", async () => {
    const value = fc
      .jsonValue({ maxDepth: 2, stringUnit: "grapheme" })
      .filter((json) => !/\d{16}/.test(JSON.stringify(json)));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 140 }), fc.boolean(), async (values, close) => {
        const run = await startRun();
        for (const [at, each] of values.entries()) {
          await run.journal.append(
            draft("node.start", `n${at}`, { node, values: { input: { each: JSON.parse(JSON.stringify(each)) } } }),
          );
        }
        if (close) await run.close();
        const report = await verifyBundle(await bundleOf(run), options);
        expect(report).toMatchObject({ verdict: "VERIFIED", events: values.length + (close ? 2 : 1) });
      }),
      { numRuns: 25 },
    );
  });

  it("lets a page breathe during a long check", async () => {
    let ticks = 0;
    const bundle = await closedBundle(
      Array.from({ length: 1200 }, (_, at) =>
        draft("edge.taken", `e${at}`, { attrs: { edge: "e", from: "a", to: "b" } }),
      ),
    );
    const report = await verifyBundle(bundle, { ...options, tick: async () => void ticks++ });
    expect(report.verdict).toBe("VERIFIED");
    // Each pass over a slice, and each member of the file.
    expect(ticks).toBeGreaterThan(15);
  });

  it("is read in slices, and says how far it has come", async () => {
    const bundle = await longBundle();
    let longest = 0;
    const source = {
      size: bundle.length,
      read: async (from: number, to: number) => {
        longest = Math.max(longest, to - from);
        return bundle.slice(from, to);
      },
    };
    const seen: string[] = [];
    const report = await verifyBundle(source, {
      ...options,
      onProgress: ({ pass, done, total }) => void seen.push(`${pass} ${done}/${total}`),
    });
    expect(report).toMatchObject({ verdict: "VERIFIED", events: 3002 });
    expect(longest).toBeLessThan(bundle.length / 2);
    expect([...new Set(seen.map((each) => each.split(" ")[0]))]).toEqual(["file", "bytes", "form", "rules"]);
    expect(seen.at(-1)).toBe("rules 3002/3002");
  });

  it("is judged by nobody when the check is cancelled, at whichever pass", async () => {
    const bundle = await longBundle();
    for (const pass of ["file", "bytes", "form", "rules"]) {
      const cancel = new AbortController();
      const check = verifyBundle(bundle, {
        ...options,
        signal: cancel.signal,
        onProgress: (progress) => progress.pass === pass && cancel.abort(),
      });
      await expect(check).rejects.toThrow("The check was cancelled.");
    }
  });

  it("has the same verdict by another hash function of the host", async () => {
    const bundle = await closedBundle();
    const hash = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest());
    expect(await verifyBundle(bundle, { ...options, hash })).toEqual(await verifyBundle(bundle, options));
    const wrong = await verifyBundle(bundle, { ...options, hash: (bytes) => hash(bytes).fill(0, 0, 1) });
    expect(wrong).toMatchObject({ verdict: "FAILED", codes: ["E12"] });
  });
});

describe("hostile bytes", () => {
  it("are a FAILED report, never an exception", async () => {
    const bundle = await closedBundle();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.nat(bundle.length), async (noise, cut) => {
        for (const bytes of [noise, bundle.slice(0, cut), Uint8Array.of(...bundle.slice(0, cut), ...noise)]) {
          if (bytes.length !== bundle.length) expect((await verifyBundle(bytes, options)).verdict).toBe("FAILED");
        }
      }),
      { numRuns: 60 },
    );
  });

  it("are not exported to begin with when the last steps are unsealed or the flow is another", async () => {
    const run = await startRun();
    await run.journal.append(draft("node.start", "n", { node, values: { input: {} } }));
    await run.journal.flush();
    const wanted = { origin: runOrigin, flow, policies, created };
    await expect(exportRun(run.store, wanted, workspaceKey)).rejects.toThrow(
      expect.objectContaining({ code: "unsealed" }),
    );
    await run.journal.seal();
    await expect(exportRun(run.store, { ...wanted, flow: {} }, workspaceKey)).rejects.toThrow(
      expect.objectContaining({ code: "bad-bundle" }),
    );
  });
});

function longBundle(): Promise<Uint8Array> {
  const edge = (at: number) =>
    draft("edge.taken", `e${at}`, {
      attrs: { edge: createHash("sha256").update(`${at}`).digest("hex"), from: "a", to: "b" },
    });
  return closedBundle(Array.from({ length: 3000 }, (_, at) => edge(at)));
}
