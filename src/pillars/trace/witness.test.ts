import { expect, it } from "vitest";
import { toBase64 } from "./base64.ts";
import { signCheckpoint } from "./checkpoint.ts";
import { leafHash, rangeOf, rootOf } from "./merkle.ts";
import { runOrigin, testSigner } from "./run.fixture.ts";
import { parseVkey } from "./signed-note.ts";
import { cosignState, isCosignedBy, witnessLog, type WitnessedState } from "./witness.ts";

const signer = testSigner(runOrigin);
const thief = testSigner(runOrigin, "thief");
const grace = testSigner("approver-grace", "grace", "cosignature");
const leavesOf = (size: number, text = "step") => Array.from({ length: size }, (_, at) => leafHash(`${text} ${at}`));
const stateOf = (size: number, text?: string, vkey = signer.vkey): WitnessedState => ({
  vkey,
  size,
  root: toBase64(rootOf(rangeOf(leavesOf(size, text)))),
});

async function logOf(size: number, by = signer, text = "step") {
  const leaves = leavesOf(size, text);
  const checkpoint = await signCheckpoint({ origin: runOrigin, size, root: rootOf(rangeOf(leaves)) }, by);
  return { vkey: by.vkey, checkpoint, leaves };
}

const shown = (seq: number) => ({ seq, leaf: leafHash(`step ${seq}`) });

it("cosigns a log that goes on from what was cosigned before, at every size of both", async () => {
  const log = await logOf(9);
  const cosigned = { ok: true, state: stateOf(9) };
  expect(witnessLog(log, runOrigin, shown(8), undefined)).toEqual(cosigned);
  for (let before = 1; before <= 9; before++)
    expect(witnessLog(log, runOrigin, shown(3), stateOf(before)), `${before}`).toEqual(cosigned);
});

it("refuses a log that is shorter, another one, or under another key", async () => {
  const log = await logOf(9);
  const why = (reason: string) => ({ ok: false, why: reason });
  expect(witnessLog(log, runOrigin, shown(3), stateOf(10))).toEqual(why("behind"));
  for (let before = 1; before <= 9; before++)
    expect(witnessLog(log, runOrigin, shown(3), stateOf(before, "other"))).toEqual(why("replaced"));
  expect(witnessLog(await logOf(9, thief), runOrigin, shown(3), stateOf(4))).toEqual(why("replaced"));
});

it("refuses a log that is not what it says, or that does not show the step", async () => {
  const log = await logOf(9);
  const unfit = { ok: false, why: "unfit" };
  const other = await logOf(9, signer, "other");
  const cases = [
    { ...log, leaves: log.leaves.slice(1) },
    { ...log, leaves: other.leaves },
    { ...log, checkpoint: other.checkpoint },
    { ...log, checkpoint: log.checkpoint.replace("\n9\n", "\n8\n") },
    { ...log, vkey: thief.vkey },
    { ...log, vkey: "rubbish" },
    { ...log, checkpoint: "" },
  ];
  for (const each of cases) expect(witnessLog(each, runOrigin, shown(3), undefined)).toEqual(unfit);
  expect(witnessLog(log, "ws/run/other", shown(3), undefined)).toEqual(unfit);
  expect(witnessLog(log, runOrigin, shown(9), undefined)).toEqual(unfit);
  expect(witnessLog(log, runOrigin, { seq: 2, leaf: leafHash("step 3") }, undefined)).toEqual(unfit);
});

it("signs as a C2SP cosignature under exactly that checkpoint", async () => {
  const { checkpoint } = await logOf(9);
  const line = await cosignState(runOrigin, stateOf(9), grace, 1_800_000_000);
  expect(isCosignedBy(checkpoint, line, grace.vkey)).toBe(true);
  const other = testSigner("approver-grace", "other", "cosignature");
  expect(isCosignedBy(checkpoint, line, other.vkey)).toBe(false);
  expect(isCosignedBy((await logOf(8)).checkpoint, line, grace.vkey)).toBe(false);
  expect(isCosignedBy(checkpoint, `${line}\n${line}`, grace.vkey)).toBe(false);
  expect(isCosignedBy(checkpoint, `x\n\n${line}`, grace.vkey)).toBe(false);
  expect(isCosignedBy(checkpoint, "", grace.vkey)).toBe(false);
  expect(isCosignedBy(checkpoint, checkpoint.split("\n\n")[1]?.trimEnd() ?? "", signer.vkey)).toBe(false);
  expect(parseVkey(grace.vkey).algorithm).toBe("cosignature");
});
