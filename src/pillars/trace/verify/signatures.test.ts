import { describe, expect, it } from "vitest";
import { toBase64, toBase64Url } from "../base64.ts";
import { optionalPaths, paths } from "../bundle/layout.ts";
import { joinNotes, readLines, splitNotes, writeLines } from "../bundle/lines.ts";
import { readZip, writeZip } from "../bundle/zip.ts";
import { fromUtf8, utf8 } from "../bytes.ts";
import { openCheckpoint } from "../checkpoint.ts";
import { sealValue } from "../disclosure.ts";
import { signDecision, statementOf, type DecisionStatement } from "../decision.ts";
import type { EventDraft } from "../event.ts";
import { leafHash } from "../merkle.ts";
import { draft, refundTurn, runOrigin, startRun, testSigner, type TestRun } from "../run.fixture.ts";
import type { Signer } from "../signature.ts";
import { parseVkey } from "../signed-note.ts";
import { cosignState } from "../witness.ts";
import { bundleOf, closedBundle, options, resealed } from "./bundle.fixture.ts";
import { verifyBundle } from "./verify-bundle.ts";

const grace = testSigner("approver-grace", "grace", "cosignature");
const other = testSigner("approver-other", "other", "cosignature");
const salts = { name: toBase64Url(new Uint8Array(16).fill(1)), comment: toBase64Url(new Uint8Array(16).fill(2)) };

interface Change {
  readonly signer?: Signer;
  /** What is signed instead of the truth. */
  readonly statement?: Partial<DecisionStatement>;
  /** What is recorded instead of what was signed. */
  readonly recorded?: (decision: EventDraft) => EventDraft;
  readonly signature?: (line: string) => string;
  /** Also cosigns the last checkpoint; what is recorded of it. */
  readonly cosigned?: (truth: Cosigned, requestSeq: number) => Cosigned;
}

type Cosigned = { readonly size: number; readonly signature: string };

/** Two turns with an approved refund each; each decision is signed, and `change` is made to the second one. */
async function signedBundle(change: Change = {}, tail: readonly EventDraft[] = []) {
  const run = await startRun();
  const signatures: string[] = [];
  for (const turn of [1, 2]) {
    let argsDigest = "";
    let leaf = "";
    let requestSeq = 0;
    for (const each of refundTurn(turn)) {
      if (each.kind !== "approval.decision") {
        const event = await run.journal.append(each);
        if (each.kind !== "approval.request") continue;
        requestSeq = event.seq;
        argsDigest = event.digests["arguments"] ?? "";
        const [line = ""] = await run.store.lines(runOrigin, event.seq, event.seq + 1);
        leaf = toBase64Url(leafHash(line));
        continue;
      }
      const { signer = grace, statement = {}, recorded, signature, cosigned } = turn === 2 ? change : {};
      const name = sealValue(new Uint8Array(16).fill(1), "name", "Grace").digest;
      const comment = sealValue(new Uint8Array(16).fill(2), "comment", "fine").digest;
      const made = { approvalId: `t${turn}/p1`, argsDigest, decision: "approve", role: "supervisor" } as const;
      const truth = statementOf(runOrigin, leaf, { actor: each.actor, attrs: made }, { name, comment });
      const line = await signDecision({ ...truth, ...statement }, signer, 1_800_000_000);
      signatures.push(line);
      const attrs = { ...made, approver: signer.vkey, signature: signature?.(line) ?? line };
      const witnessed = cosigned && { cosigned: cosigned(await cosign(run, signer), requestSeq) };
      const decision = {
        ...each,
        attrs: { ...attrs, ...witnessed },
        values: { name: "Grace", comment: "fine" },
        salts,
      };
      await run.journal.append(recorded?.(decision) ?? decision);
    }
  }
  for (const each of tail) await run.journal.append(each);
  await run.close();
  return { bundle: await bundleOf(run), signatures };
}

async function cosign({ store }: TestRun, signer: Signer): Promise<Cosigned> {
  const { size = 0, note = "" } = (await store.checkpoints(runOrigin)).at(-1) ?? {};
  const { root } = openCheckpoint(note, [parseVkey(testSigner(runOrigin).vkey)]).checkpoint;
  const state = { vkey: testSigner(runOrigin).vkey, size, root: toBase64(root) };
  return { size, signature: await cosignState(runOrigin, state, signer, 1_800_000_001) };
}

const codesOf = async (change: Change) => (await verifyBundle((await signedBundle(change)).bundle, options)).codes;

describe("a signed decision", () => {
  it("is accepted without a remark, and an approver whom the verifier trusts is a witness", async () => {
    const { bundle } = await signedBundle();
    expect(await verifyBundle(bundle, options)).toMatchObject({ verdict: "VERIFIED", codes: [], notes: [] });
    const trusting = { ...options, trusted: [...options.trusted, grace.vkey] };
    expect((await verifyBundle(bundle, trusting)).verdict).toBe("VERIFIED+ANCHORED");
    const elsewhere = { ...options, trusted: [...options.trusted, other.vkey] };
    expect((await verifyBundle(bundle, elsewhere)).verdict).toBe("VERIFIED");
  });

  const members: readonly (keyof DecisionStatement)[] = [
    "origin",
    "request",
    "approvalId",
    "argsDigest",
    "decision",
    "by",
    "role",
    "values",
  ];
  it.each(members)("fails when another %s was signed", async (member) => {
    const forged = member === "values" ? { values: { name: "x" } } : { [member]: "deny" };
    expect(await codesOf({ statement: forged })).toEqual(["S07"]);
  });

  const attrs = (more: object) => (decision: EventDraft) => ({ ...decision, attrs: { ...decision.attrs, ...more } });
  const values = (more: object) => (decision: EventDraft) => ({
    ...decision,
    values: { ...decision.values, ...more },
  });
  it.each<[string, Change]>([
    ["the role", { recorded: attrs({ role: "owner" }) }],
    ["the verdict", { recorded: attrs({ decision: "deny" }) }],
    ["the person", { recorded: (decision) => ({ ...decision, actor: { type: "approver", ref: "s2" } }) }],
    ["the name", { recorded: values({ name: "Ada" }) }],
    ["the comment", { recorded: values({ comment: "never" }) }],
    ["an edit that was added", { recorded: values({ arguments: { amount: "1" } }) }],
    ["the salts", { recorded: (decision) => ({ ...decision, salts: {} }) }],
    ["the key alone", { recorded: attrs({ approver: other.vkey }) }],
    ["the key left out", { recorded: attrs({ approver: undefined }) }],
    ["the signature left out", { recorded: attrs({ signature: undefined }) }],
    ["a second signature line", { signature: (line) => `${line}\n${line}` }],
    ["an empty line in the signature", { signature: (line) => `\n${line}` }],
    ["a workspace's kind of key", { recorded: attrs({ approver: testSigner("w").vkey }) }],
  ])("fails when %s is not what was signed", async (_, change) => {
    const report = await verifyBundle((await signedBundle(change)).bundle, options);
    expect(report.codes).toContain("S07");
    expect(report.verdict).toBe("FAILED");
  });

  it("fails at every changed character of the signature", async () => {
    const { signatures } = await signedBundle();
    const line = signatures[1] ?? "";
    for (let at = line.lastIndexOf(" ") + 1; at < line.length; at += 5) {
      const changed = line.slice(0, at) + (line[at] === "A" ? "B" : "A") + line.slice(at + 1);
      expect(await codesOf({ signature: () => changed }), `at ${at}`).toEqual(["S07"]);
    }
  });

  it("fails when its signature was made for another decision of the same person", async () => {
    const { signatures } = await signedBundle();
    const report = await verifyBundle((await signedBundle({ signature: () => signatures[0] ?? "" })).bundle, options);
    expect(report.codes).toEqual(["S07"]);
    expect(report.message).toMatch(/^At step \d+, the signature does not fit the decision it stands under\.$/u);
  });

  it("is said to come from another key when somebody signs it again", async () => {
    const { bundle } = await signedBundle({ signer: other });
    const report = await verifyBundle(bundle, options);
    expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
    expect(report.notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^At step \d+, Grace signed with another key than at step \d+\.$/u),
    ]);
    const known = await verifyBundle(bundle, { ...options, approvers: [{ name: "GRACE ", vkey: grace.vkey }] });
    expect(known.notes.at(-1)?.message).toMatch(/the key under the name Grace is not the one that you know/u);
  });
});

it("a decision without a signature stays valid, and is said to be unsigned", async () => {
  const report = await verifyBundle(await closedBundle(), options);
  expect(report).toMatchObject({ verdict: "VERIFIED", codes: [] });
  expect(report.notes).toEqual([{ step: 10, message: expect.stringContaining("is not signed") }]);
});

it("a signed decision on a request that is not there fails", async () => {
  const line = await signDecision(
    statementOf(
      runOrigin,
      "",
      { actor: { ref: "s" }, attrs: { approvalId: "x", argsDigest: "", decision: "approve", role: "r" } },
      {},
    ),
    grace,
    1,
  );
  const attrs = {
    approvalId: "x",
    argsDigest: "",
    decision: "approve",
    role: "r",
    approver: grace.vkey,
    signature: line,
  };
  const orphan = draft("approval.decision", "x", { actor: { type: "approver", ref: "s" }, attrs });
  const { bundle } = await signedBundle({}, [orphan]);
  expect((await verifyBundle(bundle, options)).codes).toEqual(["S07"]);
});

describe("a decision with a cosigned checkpoint", () => {
  const truth = (cosigned: Cosigned) => cosigned;
  const textIn = (bundle: Uint8Array, path: string) => fromUtf8(readZip(bundle).get(path) ?? new Uint8Array());

  it("puts the cosignature under that checkpoint, and its signer among the witnesses", async () => {
    const { bundle } = await signedBundle({ cosigned: truth });
    expect(await verifyBundle(bundle, options)).toMatchObject({ verdict: "VERIFIED", codes: [], notes: [] });
    expect(readLines(utf8(textIn(bundle, optionalPaths.cosigners)))).toEqual([grace.vkey]);
    const notes = splitNotes(textIn(bundle, paths.checkpoints)).filter((note) =>
      note.includes("\u2014 approver-grace "),
    );
    expect(notes).toHaveLength(1);
    const keys = [testSigner(runOrigin), grace].map(({ vkey }) => parseVkey(vkey));
    const opened = openCheckpoint(notes[0] ?? "", keys);
    expect(opened.signatures.map(({ key }) => key.name)).toEqual([runOrigin, "approver-grace"]);
    const trusting = { ...options, trusted: [...options.trusted, grace.vkey] };
    expect((await verifyBundle(bundle, trusting)).verdict).toBe("VERIFIED+ANCHORED");
  });

  it.each<[string, Change["cosigned"], string]>([
    ["with a size that has no checkpoint", (made) => ({ ...made, size: made.size - 1 }), "S07"],
    ["with a checkpoint from before the request", (made, seq) => ({ ...made, size: seq }), "S07"],
    ["with a checkpoint that it did not sign", (made) => ({ ...made, size: 1 }), "E35"],
    ["with a signature that is none", (made) => ({ ...made, signature: "\u2014 approver-grace AAAA" }), "E20"],
    ["with another's signature", (made) => ({ ...made, signature: made.signature.replace("grace", "other") }), "E35"],
  ])("fails %s", async (_, cosigned, code) => {
    expect(cosigned && (await codesOf({ cosigned }))).toEqual([code]);
  });

  it("fails when the cosignature is taken out again, with or without its key", async () => {
    const { bundle } = await signedBundle({ cosigned: truth });
    const notes = splitNotes(textIn(bundle, paths.checkpoints)).map((note) =>
      note.replace(/\u2014 approver-grace .*\n/u, ""),
    );
    const changes = new Map([[paths.checkpoints as string, utf8(joinNotes(notes))]]);
    expect((await verifyBundle(await resealed(bundle, changes), options)).codes).toEqual(["E35"]);
    const members = new Map(readZip(bundle));
    members.delete(optionalPaths.cosigners);
    expect((await verifyBundle(await resealed(writeZip(members), changes), options)).codes).toEqual(["S07"]);
    const stranger = new Map([[optionalPaths.cosigners as string, writeLines([other.vkey])]]);
    expect((await verifyBundle(await resealed(bundle, stranger), options)).codes).toEqual(["E35"]);
  });

  it("fails without a signed decision", async () => {
    const attrs = (decision: EventDraft) => ({
      ...decision,
      attrs: { ...decision.attrs, approver: undefined, signature: undefined },
    });
    expect(await codesOf({ cosigned: truth, recorded: attrs })).toEqual(["S07"]);
  });
});
