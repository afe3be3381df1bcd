import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFileApprovers, readWorkspaceVkey } from "#hosts/node";
import { verifyBundle } from "#pillars/trace";
import { gatehouse, resultOf } from "./call.fixture.ts";
import { openFolder } from "./folder.fixture.ts";

const support = "template:support-refunds";
const lamp = "The lamp in order A1007 arrived broken. Can I get my money back?";
const minutes = 60_000;

async function waitingRun(state: string): Promise<string> {
  const asked = await gatehouse(["run", support, "--input", lamp, "--state", state, "--json"]);
  return resultOf(asked.out).run;
}

async function verified(file: string, state: string) {
  const own = (await readWorkspaceVkey(state)) ?? "";
  return verifyBundle(new Uint8Array(await readFile(file)), { trusted: [], own: [own], receipts: [] });
}

describe("approve", () => {
  test(
    "signs with a key that is for its owner alone, and makes none for who may not decide",
    { timeout: 4 * minutes },
    async () => {
      await using folder = await openFolder();
      const { state } = folder;
      const run = await waitingRun(state);
      expect((await gatehouse(["approve", run, "--by", "jonas", "--state", state])).code).toBe(1);
      expect(await readdir(join(state, "approvers")).catch(() => [])).toEqual([]);
      expect((await gatehouse(["approve", run, "--by", "mara", "--state", state])).code).toBe(0);
      const [file = ""] = await readdir(join(state, "approvers"));
      expect((await stat(join(state, "approvers", file))).mode & 0o777).toBe(0o600);
      await gatehouse(["run", "--resume", run, "--state", state, "--export", folder.at("run.zip")]);
      expect(await verified(folder.at("run.zip"), state)).toMatchObject({ verdict: "VERIFIED", codes: [], notes: [] });
    },
  );

  test("answers are signed for whom the state knows, and for nobody else", { timeout: 4 * minutes }, async () => {
    await using folder = await openFolder();
    const answer = { match: { tool: "refund" }, decision: "deny", by: "mara" };
    const answers = await folder.write("answers.json", { approvals: [answer] });
    const mara = { id: "mara", name: "Mara Okafor", role: "lead" };
    await createFileApprovers(folder.at("known")).signerOf(mara);
    for (const [name, notes] of [
      ["known", []],
      ["strange", [{ message: expect.stringContaining("is not signed by the person who made it") }]],
    ] as const) {
      const [state, file] = [folder.at(name), folder.at(`${name}.zip`)];
      await gatehouse(["run", support, "--input", lamp, "--answers", answers, "--state", state, "--export", file]);
      expect(await verified(file, state), name).toMatchObject({ verdict: "VERIFIED", notes });
    }
  });

  test(
    "a request travels to another state, and its signed decision counts unchanged",
    { timeout: 4 * minutes },
    async () => {
      await using folder = await openFolder();
      const { state } = folder;
      const run = await waitingRun(state);
      const [request, decision, changed] = [
        folder.at("request.json"),
        folder.at("decision.json"),
        folder.at("no.json"),
      ];
      expect((await gatehouse(["approve", run, "--ask", request, "--state", state])).code).toBe(0);
      const there = ["--by", "Mara", "--output", decision, "--state", folder.at("there")];
      const made = await gatehouse(["approve", "--from", request, ...there]);
      expect(made).toMatchObject({ code: 0, out: expect.stringContaining("A1007") });
      await writeFile(changed, (await readFile(decision, "utf8")).replace('"approve"', '"deny"'));
      const refused = await gatehouse(["run", "--resume", run, "--answers", changed, "--state", state]);
      expect(refused).toMatchObject({ code: 3, told: expect.stringContaining("signature does not fit") });
      const file = folder.at("run.zip");
      const done = await gatehouse(["run", "--resume", run, "--answers", decision, "--state", state, "--export", file]);
      expect(done).toMatchObject({ code: 0, told: expect.stringContaining("a key that is not known here: approver-") });
      expect(await verified(file, state)).toMatchObject({ verdict: "VERIFIED", notes: [] });
    },
  );

  test(
    "a recognised key is not remarked on again, another one in its name does not count, and it can be forgotten",
    { timeout: 6 * minutes },
    async () => {
      await using folder = await openFolder();
      const { state } = folder;
      const file = folder.at.bind(folder);
      const answered = async (request: string, who: string) => {
        const decision = file(`${who}-${request}`);
        const there = ["--by", "Ana", "--output", decision, "--state", file(who)];
        expect((await gatehouse(["approve", "--from", file(request), ...there])).code).toBe(0);
        return decision;
      };
      const runs = [await waitingRun(state), await waitingRun(state)];
      for (const [at, run] of runs.entries())
        await gatehouse(["approve", run, "--ask", file(`${at}.json`), "--state", state]);
      const [first, second] = runs.map((run) => ["run", "--resume", run, "--state", state, "--answers"]);
      const mine = await answered("0.json", "ana");
      const listed = async () => (await gatehouse(["approve", "--keys", "--state", state])).out;

      expect((await gatehouse(["approve", "--recognise", mine, "--state", state])).code).toBe(0);
      expect(await listed()).toMatch(/^Ana \(lead\), recognised: approver-/u);
      const done = await gatehouse([...(first ?? []), mine]);
      expect(done).toMatchObject({ code: 0, told: expect.not.stringContaining("not known here") });

      const strange = await gatehouse([...(second ?? []), await answered("1.json", "someone")]);
      expect(strange).toMatchObject({ code: 3, told: expect.stringContaining("another key than the one recognised") });
      const elsewhere = await gatehouse([...(second ?? []), mine]);
      expect(elsewhere).toMatchObject({ code: 3, told: expect.stringMatching(/request of another run/u) });
      const key = (await listed()).split(": ")[1]?.trim() ?? "";
      expect((await gatehouse(["approve", "--forget", key, "--state", state])).code).toBe(0);
      expect(await listed()).toBe("");
      expect((await gatehouse([...(second ?? []), file("someone-1.json")])).code).toBe(0);
    },
  );
});
