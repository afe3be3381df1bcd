import { expect, test } from "vitest";
import { createJournal, formatVkey, leafHash, MemoryTraceStore, openRunLog, witnessLog } from "#pillars/trace";
import { witnessedLog } from "./cosign.ts";
import { generatePair, signerOf } from "./key-ring.ts";

const actor = { type: "system", ref: "engine" } as const;
const origin = "gatehouse-test/run/r1";

test("a log of many pages is shown whole to whoever cosigns it, or not at all where it has to be short", async () => {
  const signer = await signerOf(origin, await generatePair(false), formatVkey);
  const store = new MemoryTraceStore();
  const clock = { now: () => 1_800_000_000_000, monoUs: () => 0 };
  const log = openRunLog(undefined, { origin, signer, salt: () => new Uint8Array(16), clock });
  const journal = createJournal({ log, store });
  for (let at = 0; at < 8200; at += 1)
    await journal.append({ kind: at === 0 ? "run.open" : "handoff", key: `h${at}`, actor, attrs: {} });
  await journal.seal();
  const shown = await witnessedLog(store, origin, signer.vkey);
  const [line = ""] = await store.lines(origin, 8199, 8200);
  if (shown === undefined) throw new Error("It is shown.");
  expect(witnessLog(shown, origin, { seq: 8199, leaf: leafHash(line) }, undefined)).toMatchObject({
    ok: true,
    state: { size: 8200 },
  });
  expect(await witnessedLog(store, origin, signer.vkey, 8199)).toBeUndefined();
});
