import { describe, expect, it } from "vitest";
import { optionalPaths, paths } from "../bundle/layout.ts";
import { compress, expand } from "../bundle/gzip.ts";
import { joinNotes, packLines, splitNotes, unpackLines, writeLines } from "../bundle/lines.ts";
import { readZip } from "../bundle/zip.ts";
import { toBase64Url } from "../base64.ts";
import { concat, equalBytes, fromUtf8, utf8 } from "../bytes.ts";
import { canonicalize } from "../canonical.ts";
import { draft, testSigner } from "../run.fixture.ts";
import { readLine } from "../line.ts";
import { leafHash } from "../merkle.ts";
import { cosignNote } from "../signed-note.ts";
import { closedBundle, options, resealed } from "./bundle.fixture.ts";
import type { VerifyCode } from "./codes.ts";
import { verifyBundle } from "./verify-bundle.ts";

const small = () =>
  closedBundle([
    draft("edge.taken", "e1", { attrs: { edge: "e1", from: "a", to: "b" } }),
    draft("handoff", "h", { attrs: { to: "support" }, values: { sentence: "Ada asked for a person." } }),
  ]);

// All of them take minutes; a prime stride still meets every kind of place.
const stride = process.env["GATEHOUSE_MUTATIONS"] === "all" ? 1 : 29;
const timeout = 30 * 60_000;

async function codesOf(bytes: Uint8Array): Promise<readonly VerifyCode[]> {
  return (await verifyBundle(bytes, options)).codes;
}

function flip(bytes: Uint8Array, at: number, bit: number): Uint8Array {
  const flipped = bytes.slice();
  flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
  return flipped;
}

describe("one changed byte of a bundle", { timeout }, () => {
  it("never leaves a container that reads as one, at any bit of any byte", async () => {
    const bundle = await small();
    const read: number[] = [];
    for (let at = 0; at < bundle.length; at++) if (reads(flip(bundle, at, at % 8))) read.push(at);
    expect(read).toEqual([]);
    expect(reads(bundle)).toBe(true);
  });

  it("is found wherever it is, as a broken container", async () => {
    const bundle = await small();
    expect(await codesOf(bundle)).toEqual([]);
    const missed: string[] = [];
    const expectBroken = async (what: string, bytes: Uint8Array) => {
      const codes = await codesOf(bytes);
      if (codes[0] !== "E01") missed.push(`${what}: ${codes.join()}`);
    };
    for (let at = 0; at < bundle.length; at += stride) {
      await expectBroken(`bit of ${at}`, flip(bundle, at, at % 8));
      if (at % 3 === 0) await expectBroken(`without ${at}`, concat(bundle.slice(0, at), bundle.slice(at + 1)));
      if (at % 3 === 1) await expectBroken(`twice ${at}`, concat(bundle.slice(0, at + 1), bundle.slice(at)));
      if (at % 11 === 0) await expectBroken(`cut at ${at}`, bundle.slice(0, at));
    }
    expect(missed).toEqual([]);
  });
});

function reads(bytes: Uint8Array): boolean {
  try {
    return readZip(bytes).size > 0;
  } catch {
    return false;
  }
}

/** Which codes may answer for which member, when the workspace's own key seals the changed bundle again. */
const owners: Record<string, RegExp> = {
  [paths.flow]: /^E26$/,
  [paths.policies]: /^E26$/,
  [paths.models]: /^E26$/,
  [paths.runKey]: /^E(06|09|20|33)$/,
  [paths.workspaceKey]: /^E(06|07|08|09|30)$/,
  [paths.checkpoints]: /^E(20|21|22|23|24|35)$/,
  [paths.checkpoint]: /^E21$/,
  [paths.ledger]: /^E(31|32|33|34)$/,
  [paths.ledgerCheckpoint]: /^E(30|31|35)$/,
  [optionalPaths.ledgerHashes]: /^E(31|32)$/,
  [optionalPaths.closeProof]: /^E32$/,
};

/** The same for the content of compressed members, line by line. */
const innerOwners: Record<string, RegExp> = {
  [paths.events]: /^E(10|11|12|13|14|15|24|25)$/,
  [paths.disclosures]: /^E(40|41|42)$/,
  [optionalPaths.otlpJson]: /^E27$/,
  [optionalPaths.otlpProtobuf]: /^E27$/,
  [optionalPaths.steps]: /^E27$/,
};

describe("one changed byte that the workspace's own key sealed again", { timeout }, () => {
  it.each(Object.keys(owners))("is found in %s", async (path) => {
    const bundle = await small();
    const member = readZip(bundle).get(path) ?? new Uint8Array();
    expect(await codesOf(await resealed(bundle, new Map([[path, member]])))).toEqual([]);
    const missed: string[] = [];
    for (let at = 0; at < member.length; at += stride) {
      const codes = await codesOf(await resealed(bundle, new Map([[path, flip(member, at, at % 8)]])));
      if (!owners[path]?.test(codes.join())) missed.push(`byte ${at}: ${codes.join()}`);
    }
    expect(missed).toEqual([]);
  });

  it.each([
    [optionalPaths.cosigners, /^E(06|35)$/],
    [paths.checkpoints, /^E(20|21|22|23|24|35)$/],
    [paths.checkpoint, /^E21$/],
  ])("is found in %s of a run with a witness", async (path, owner) => {
    const bundle = await witnessed();
    expect(await codesOf(bundle)).toEqual([]);
    const member = readZip(bundle).get(path) ?? new Uint8Array();
    const missed: string[] = [];
    for (let at = 0; at < member.length; at += Math.min(stride, 5)) {
      const codes = await codesOf(await resealed(bundle, new Map([[path, flip(member, at, at % 8)]])));
      if (!owner.test(codes.join())) missed.push(`byte ${at}: ${codes.join()}`);
    }
    expect(missed).toEqual([]);
  });

  it.each(Object.keys(innerOwners))("is found in what %s holds", async (path) => {
    const bundle = await small();
    const content = expand(readZip(bundle).get(path) ?? new Uint8Array());
    expect(await codesOf(await resealed(bundle, new Map([[path, compress(content)]])))).toEqual([]);
    const missed: string[] = [];
    for (let at = 0; at < content.length; at += stride) {
      const codes = await codesOf(await resealed(bundle, new Map([[path, compress(flip(content, at, at % 8))]])));
      if (!innerOwners[path]?.test(codes.join())) missed.push(`byte ${at}: ${codes.join()}`);
    }
    expect(missed).toEqual([]);
  });

  it.each([paths.events, paths.disclosures])(
    "of the compression of %s is found unless it expands to the same",
    async (path) => {
      const bundle = await small();
      const packed = readZip(bundle).get(path) ?? new Uint8Array();
      const content = expand(packed);
      const missed: number[] = [];
      for (let at = 0; at < packed.length; at += stride) {
        const changed = flip(packed, at, at % 8);
        const codes = await codesOf(await resealed(bundle, new Map([[path, changed]])));
        if (codes.length === 0 && !equalBytes(expand(changed), content)) missed.push(at);
      }
      expect(missed).toEqual([]);
    },
  );
});

/** With a witness's signature under the last checkpoint. */
async function witnessed(): Promise<Uint8Array> {
  const bundle = await small();
  const witness = testSigner("approver.example", "w", "cosignature");
  const notes = splitNotes(fromUtf8(readZip(bundle).get(paths.checkpoints) ?? new Uint8Array()));
  const signed = await cosignNote(notes.at(-1) ?? "", witness, 1_800_000_001);
  return resealed(
    bundle,
    new Map([
      [paths.checkpoints, utf8(joinNotes([...notes.slice(0, -1), signed]))],
      [paths.checkpoint, utf8(signed)],
      [optionalPaths.cosigners, writeLines([witness.vkey])],
    ]),
  );
}

describe("a history that was rewritten from one step on", () => {
  it("is found by its checkpoints, whichever step it is", async () => {
    const bundle = await closedBundle();
    const lines = unpackLines(readZip(bundle).get(paths.events) ?? new Uint8Array());
    for (let from = 0; from < lines.length; from++) {
      const rewritten = await resealed(bundle, new Map([[paths.events, packLines(rechained(lines, from))]]));
      const report = await verifyBundle(rewritten, options);
      expect([report.verdict, report.codes], `from ${from}`).toEqual(["FAILED", ["E24"]]);
      expect(report.step).toBeGreaterThanOrEqual(from);
    }
    expect(
      await codesOf(await resealed(bundle, new Map([[paths.events, packLines(rechained(lines, lines.length))]]))),
    ).toEqual([]);
  });
});

/** Changes the actor of step `from` and repairs every hash after it. */
function rechained(lines: readonly string[], from: number): string[] {
  const out: string[] = [];
  for (const [seq, text] of lines.entries()) {
    const line = readLine(text);
    const before = out.at(-1);
    const prev = seq > from && before !== undefined ? toBase64Url(leafHash(before)) : line.prev;
    const actor = seq === from ? { ...line.actor, ref: "somebody" } : line.actor;
    out.push(canonicalize({ ...line, prev, actor }));
  }
  return out;
}
