import { readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { gatehouse, resultOf } from "./call.fixture.ts";
import { openFolder } from "./folder.fixture.ts";
import { readZip } from "#pillars/trace/forge";

const hr = "template:hr-policies";
const question = "How many days of annual leave do I have?";

describe("evidence", () => {
  test("an honest bundle is VERIFIED by its own state, a stranger has not approved its key, a changed byte fails", async () => {
    await using folder = await openFolder();
    const { state } = folder;
    const file = folder.at("run.zip");
    await gatehouse(["run", hr, "--input", question, "--state", state, "--export", file, "--json"]);
    const changed = await readFile(file);
    const middle = Math.floor(changed.length / 2);
    changed.writeUInt8(changed.readUInt8(middle) ^ 1, middle);
    await writeFile(folder.at("changed.zip"), changed);
    const own = await gatehouse([
      "verify",
      file,
      folder.at("changed.zip"),
      folder.at("none.zip"),
      "--state",
      state,
      "--json",
    ]);
    expect(own.code).toBe(1);
    const verdicts = own.out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(["VERIFIED", "FAILED", "FAILED"]);
    expect(verdicts[0]).toMatchObject({ file, state: "closed", codes: [], erased: 0, withheld: 0 });
    const stranger = await gatehouse(["verify", file, "--state", folder.at("other"), "--json"]);
    expect(stranger).toMatchObject({ code: 0, out: expect.stringContaining('"verdict":"SELF-CONSISTENT"') });
    const trusting = await gatehouse(["verify", file, "--state", folder.at("other"), "--trust", "nonsense"]);
    expect(trusting).toMatchObject({ code: 1, told: expect.stringContaining("--trust nonsense") });
  });

  test("what somebody asked to have erased goes, the rest verifies, and a receipt anchors it", async () => {
    await using folder = await openFolder();
    const { state } = folder;
    const told = await gatehouse(["run", hr, "--input", question, "--state", state, "--json"]);
    const { run } = resultOf(told.out);
    const receipt = folder.at("receipt.txt");
    expect((await gatehouse(["receipt", "--output", receipt, "--state", state])).code).toBe(0);
    const shown = await gatehouse(["redact", run, "--find", question, "--state", state, "--json"]);
    expect(JSON.parse(shown.out)).toMatchObject({ erased: null, runs: [{ run, open: false, copiesOut: [] }] });
    const unsaid = await gatehouse(["redact", "--find", question, "--yes", "--state", state]);
    expect(unsaid).toMatchObject({ code: 1, told: expect.stringContaining("--reason") });
    const erased = await gatehouse([
      "redact",
      "--find",
      question,
      "--reason",
      "asked",
      "--yes",
      "--state",
      state,
      "--json",
    ]);
    expect(JSON.parse(erased.out).erased).toBeGreaterThan(1);
    const file = folder.at("run.zip");
    const exported = await gatehouse(["export", run, "--without", "people", "--output", file, "--state", state]);
    expect(exported.out).toContain("without 1 values");
    const verified = await gatehouse(["verify", file, "--receipt", receipt, "--state", state, "--json"]);
    expect(JSON.parse(verified.out)).toMatchObject({ verdict: "VERIFIED+ANCHORED", withheld: 1, codes: [] });
    expect((await gatehouse(["redact", "--find", question, "--state", state])).out).toContain("Nothing");
  });

  test("an older receipt is proved to be a beginning of the ledger, and one of another history is not", async () => {
    await using folder = await openFolder();
    const { state } = folder;
    const play = async (at: string) =>
      resultOf((await gatehouse(["run", hr, "--input", question, "--state", at, "--json"])).out).run;
    await play(state);
    const receipt = folder.at("early.receipt");
    await gatehouse(["receipt", "--output", receipt, "--state", state]);
    const run = await play(state);
    const file = folder.at("run.zip");
    const call = (since: string) => ["export", run, "--output", file, "--state", state, "--since", since];
    expect((await gatehouse(call(receipt))).code).toBe(0);
    expect(readZip(await readFile(file)).has("ledger/consistency-2.txt")).toBe(true);
    const verified = await gatehouse(["verify", file, "--receipt", receipt, "--state", state, "--json"]);
    expect(JSON.parse(verified.out)).toMatchObject({ verdict: "VERIFIED+ANCHORED" });
    await play(folder.at("other"));
    const foreign = folder.at("foreign.receipt");
    await gatehouse(["receipt", "--output", foreign, "--state", folder.at("other")]);
    const elsewhere = await gatehouse(call(foreign));
    expect(elsewhere).toMatchObject({ code: 1, told: expect.stringContaining("a log that is not kept here") });
    const signed = await readFile(receipt, "utf8");
    const changed = await gatehouse(call(await folder.write("changed.receipt", signed.replace("\n2\n", "\n1\n"))));
    expect(changed).toMatchObject({ code: 1, told: expect.stringContaining("no receipt, or it was changed") });
  });

  test("a report says what a copy shows, withholds and lacks, and why, as text, table and JSON", async () => {
    await using folder = await openFolder();
    const { state } = folder;
    const { run } = resultOf((await gatehouse(["run", hr, "--input", question, "--state", state, "--json"])).out);
    await gatehouse([
      "redact",
      run,
      "--find",
      question,
      "--reason",
      "asked to",
      "--by",
      "dpo",
      "--yes",
      "--state",
      state,
    ]);
    const told = await gatehouse(["redact", run, "--report", "--state", state]);
    expect(told.out).toMatch(/: \d+ values shown, 0 withheld, [1-9]\d* erased\./u);
    expect(told.out).toMatch(/1 erased +message content of \S+ on 20\S+Z by dpo: asked to/u);
    expect(told.out).not.toContain(question);
    const { totals, values } = JSON.parse(
      (await gatehouse(["redact", run, "--report", "--state", state, "--json"])).out,
    );
    expect(values.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(
      totals.shown + totals.erased,
    );
    const [file, table] = [folder.at("copy.zip"), folder.at("copy.csv")];
    await gatehouse(["export", run, "--without", "people", "--output", file, "--report", table, "--state", state]);
    expect(await readFile(table, "utf8")).toContain('"withheld","people","turn.start","speaker"');
    const verified = JSON.parse((await gatehouse(["verify", file, "--state", state, "--json"])).out);
    expect(verified).toMatchObject({ verdict: "VERIFIED", erased: totals.erased, withheld: 1 });
    const both = await gatehouse(["redact", run, "--report", "--yes", "--state", state]);
    expect(both).toMatchObject({ code: 1, told: expect.stringContaining("erases nothing") });
  });

  test("the steps of a run go to other tools, with what the copy shows and no more", async () => {
    await using folder = await openFolder();
    const { state } = folder;
    const told = await gatehouse(["run", hr, "--input", question, "--state", state, "--json"]);
    const { run } = resultOf(told.out);
    const exported = async (format: string, ...more: string[]) => {
      const output = folder.at(format);
      const call = ["export", run, "--format", format, "--output", output, "--state", state, "--json", ...more];
      const bytes = await gatehouse(call).then(() => readFile(output));
      return bytes;
    };
    const table = (await exported("csv")).toString("utf8");
    expect(table).toContain(question);
    expect(table.split("\r\n")).toHaveLength(JSON.parse(told.out.trim().split("\n").at(-2) ?? "").seq + 3);
    const traces = JSON.parse((await exported("otlp-json")).toString("utf8"));
    const [{ scopeSpans }] = traces.resourceSpans;
    expect(scopeSpans[0].spans.map(({ name }: { name: string }) => name)).toContain("chat embedded");
    expect((await exported("otlp")).includes(Buffer.from(question))).toBe(true);
    expect((await exported("otlp", "--without", "personal")).includes(Buffer.from(question))).toBe(false);
    expect(await exported("bundle").then((bytes) => bytes.subarray(0, 2).toString("latin1"))).toBe("PK");
    const refused = await gatehouse(["export", run, "--format", "xml", "--state", state]);
    expect(refused).toMatchObject({ code: 1, told: expect.stringContaining("otlp-json, otlp or csv") });
  });

  test("of what is no bundle nothing more is said, and of a file that is not there why", async () => {
    await using folder = await openFolder();
    const file = folder.at("letter.zip");
    await writeFile(file, "hello");
    const { out } = await gatehouse(["verify", file]);
    expect(out).toContain("This is not a whole Gatehouse bundle");
    expect(out).toContain("(E01)");
    const none = folder.at("none/run.zip");
    const { told } = await gatehouse(["run", hr, "--input", question, "--state", folder.state, "--export", none]);
    expect(told).toContain(`gatehouse: ${none} cannot be used: it is not there.`);
  });

  test("nothing is vouched for of a log that was cut", async () => {
    await using folder = await openFolder();
    const { state } = folder;
    await gatehouse(["run", hr, "--input", question, "--state", state, "--json"]);
    const [run = ""] = await readdir(join(state, "runs"));
    expect((await gatehouse(["receipt", run, "--state", state])).code).toBe(0);
    await truncate(join(state, "runs", run, "trace.jsonl"), 0);
    expect(await gatehouse(["receipt", run, "--state", state])).toMatchObject({ code: 1, out: "" });
  });

  test("bad wishes get one sentence", async () => {
    await using folder = await openFolder();
    const { state } = folder;
    const sentences = await Promise.all(
      [
        ["redact"],
        ["redact", "--step", "3"],
        ["redact", "r1", "--step", "three"],
        ["redact", "--find", "ab"],
        ["redact", "nobody", "--person", "nora"],
        ["receipt"],
        ["receipt", "nobody"],
        ["export", "nobody", "--without", "everything"],
      ].map(async (call) => (await gatehouse([...call, "--state", state])).told.trim().replaceAll(state, "STATE")),
    );
    expect(sentences).toEqual([
      "gatehouse: Say one of --step, --find and --person.",
      "gatehouse: --step needs a run.",
      "gatehouse: --step takes the number of a step.",
      "gatehouse: --find needs at least three characters.",
      "gatehouse: There is nothing recorded in STATE yet.",
      "gatehouse: There is nothing recorded in STATE yet.",
      "gatehouse: There is nothing recorded in STATE yet.",
      "gatehouse: There is no run nobody in STATE.",
    ]);
  });

  test("replay tells what a changed flow would do differently", async () => {
    await using folder = await openFolder();
    const file = folder.at("run.zip");
    await gatehouse(["run", hr, "--input", question, "--state", folder.state, "--export", file, "--json"]);
    const changed = await gatehouse(["replay", file, "--flow", "template:support-refunds"]);
    expect(changed.code).toBe(0);
    expect(changed.out).toMatch(/[1-9]\d* different/u);
    const totals = await gatehouse(["replay", file, "--totals"]);
    expect(totals.out).toContain(
      "This flow would have stopped 0 of 1 runs, asked a person in 0, let through 0, gone another way in 0; 1 as recorded, 0 cannot be said.",
    );
    const lines = (await gatehouse(["replay", file, "--totals", "--json"])).out.trim().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { differences: [], whatIf: { effect: "same", assumes: false } },
      { totals: { runs: 1, same: 1, stopped: 0 } },
    ]);
    const damaged = await gatehouse(["replay", await folder.write("no.zip", "PK, but no zip")]);
    expect(damaged).toMatchObject({ code: 1, told: expect.stringContaining("is not a Gatehouse bundle") });
  });
});
