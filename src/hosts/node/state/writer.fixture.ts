import { NodeTraceStore } from "./trace-store.ts";
import { createFileKeys } from "./key-ring.ts";
import { createJournal, loadRun, openRunLog } from "#pillars/trace";

// A process of its own that records until it is killed, and says each event that it was told is on disk.
const say = (line: string) => process.stdout.write(`${line}\n`);
const [state = "", origin = ""] = process.argv.slice(2);
const store = new NodeTraceStore(state, (_path, bytes) => say(`cut ${bytes}`));
const keys = createFileKeys(state);
const signer = (await keys.runKey(origin)) ?? (await keys.createRunKey(origin));
const stored = await loadRun(store, origin, signer.vkey);
const log = openRunLog(stored.state.size === 0 ? undefined : stored.state, {
  origin,
  signer,
  salt: () => crypto.getRandomValues(new Uint8Array(16)),
  clock: { now: () => Date.now(), monoUs: () => performance.now() * 1000 },
});
const journal = createJournal({ log, store });
const actor = { type: "system", ref: "writer" } as const;
if (log.state().size === 0) await journal.append({ kind: "run.open", key: "run", actor, attrs: {} });
say("ready");
for (;;) {
  const step = `step-${log.state().size}`;
  void journal.append({
    kind: "node.start",
    key: `${step}/start`,
    actor,
    attrs: {},
    values: { text: "x".repeat(2_000) },
  });
  const { seq } = await journal.append({ kind: "tool.call", key: step, actor, attrs: {}, values: { text: step } });
  say(`kept ${seq}`);
}
