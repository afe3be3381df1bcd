import { createMemoryParts } from "#hosts/memory";
import { createNodePorts } from "#hosts/node";
import { openWorkspace } from "#hosts/workspace";
import { registry } from "#nodes";
import { templates } from "#templates";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { exchangeWords } from "../messages/exchange/index.ts";
import { openFile } from "./open-file.ts";

const t = exchangeWords("en").refused;
const flow = templates.find(({ id }) => id === "hr-policies")?.flow;
let state = "";
let evidence: Uint8Array<ArrayBuffer>;
let ownKey = "";

beforeAll(async () => {
  state = await mkdtemp(join(tmpdir(), "gatehouse-exchange-"));
  if (flow === undefined) throw new Error("There is no such template.");
  const parts = createMemoryParts(await createNodePorts({ state, models: [], environment: {} }));
  const workspace = await openWorkspace(parts, registry);
  const started = await workspace.start(flow);
  if (!started.ok) throw new Error(started.sentence);
  const [speaker] = flow.speakers;
  if (speaker === undefined) throw new Error("Nobody speaks.");
  for await (const _ of started.session.send({ text: "How much annual leave do I have?", speaker }));
  await started.session.close("done");
  evidence = new Uint8Array(await started.session.exportBundle());
  ownKey = workspace.vkey;
});

afterAll(() => rm(state, { recursive: true, force: true }));

test("evidence is judged, and only its flow is taken out", async () => {
  const opened = await openFile(new File([evidence], "run.gatehouse.zip"), async () => [ownKey], t);
  if (opened.kind !== "bundle") throw new Error(`It was opened as ${opened.kind}.`);
  expect(opened.report).toMatchObject({ verdict: "VERIFIED", state: "closed", codes: [] });
  expect(opened.flow).toEqual(flow);
  expect(Object.keys(opened).sort()).toEqual(["flow", "kind", "report"]);
});

test("a stranger's evidence is said to be a stranger's", async () => {
  const opened = await openFile(new File([evidence], "run.gatehouse.zip"), async () => [], t);
  expect(opened).toMatchObject({ kind: "bundle", report: { verdict: "SELF-CONSISTENT" } });
});

test("no flow comes out of evidence in which one byte was changed", async () => {
  const changed = evidence.slice();
  const at = Math.floor(changed.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  const opened = await openFile(new File([changed], "run.gatehouse.zip"), async () => [ownKey], t);
  expect(opened.kind === "bundle" ? opened.report.verdict : opened.kind).toMatch(/FAILED|refused/);
  expect(opened).not.toHaveProperty("flow.nodes");
});

test("a damaged one is refused in the reader's language, by the fault that was found", async () => {
  const changed = evidence.slice();
  const at = new TextDecoder("latin1").decode(evidence).indexOf("trace/events.jsonl.gz") + 500;
  changed[at] = (changed[at] ?? 0) ^ 1;
  const opened = await openFile(new File([changed], "run.gatehouse.zip"), async () => [ownKey], t);
  if (opened.kind !== "bundle") throw new Error(`It was opened as ${opened.kind}.`);
  expect(opened.flow).toBeUndefined();
  expect(exchangeWords("en").fault(opened.report)).toBe(opened.report.message);
  expect(exchangeWords("de").fault(opened.report)).toMatch(/Bündel/u);
});
