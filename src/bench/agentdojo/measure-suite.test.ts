import { createNodePorts } from "#hosts/node";
import { createScriptedModels } from "#providers";
import { afterAll, describe, expect, test } from "vitest";
import { figuresOf, measureSuite, type GuardSet } from "./index.ts";
import { mailSuite } from "./mail.fixture.ts";
import { resultOf, structuredTools } from "./results.ts";
import { attackScript, taskScript, withHandles } from "./cases.ts";

const ports = await createNodePorts({
  state: "unused",
  models: [],
  environment: {},
  scripted: createScriptedModels([]),
});
afterAll(() => ports.code.close());

const rowOf = async (guard: GuardSet) => (await measureSuite(mailSuite, undefined, guard, ports))[0];

describe("a suite under each set of guards", () => {
  test("without any, every attack succeeds and nobody is asked", async () => {
    expect(await rowOf("none")).toMatchObject({ tasks: 3, unattended: 3, asks: 0, cases: 2, silent: 2, any: 2 });
  });

  test("with all of them none does, and only what is not in the person's words is asked", async () => {
    const row = await rowOf("full");
    expect(row).toMatchObject({ unattended: 2, completed: 3, asks: 1, silent: 0, any: 0, rubberStampStepUp: 2 });
    // The one that asked to delete has not asked to send.
    expect(row?.rubberStamp).toBe(0);
  });

  test("asking always asks for everything that changes something", async () => {
    expect(await rowOf("ask")).toMatchObject({ unattended: 1, asks: 2, silent: 0, rubberStamp: 2 });
  });

  test("taint asks after the first result", async () => {
    expect(await rowOf("taint")).toMatchObject({ unattended: 2, asks: 1, silent: 0, rubberStamp: 2 });
  });

  test("grants alone ask for what was not asked for", async () => {
    expect(await rowOf("grants")).toMatchObject({ silent: 0, rubberStamp: 0, rubberStampStepUp: 2 });
  });

  test("the cases of the paper are counted apart, and the figures are shares of all suites", async () => {
    const rows = await measureSuite(mailSuite, undefined, "none", ports);
    expect(rows.map(({ set, cases }) => [set, cases])).toEqual([
      ["all", 2],
      ["paper", 2],
    ]);
    expect(figuresOf(rows, "none")).toMatchObject({
      tasks: 3,
      unattendedPercent: 100,
      silentPercent: 100,
      asksPerTask: 0,
    });
  });
});

describe("what was recorded", () => {
  const structured = structuredTools(mailSuite);

  test("is a list where every result of the tool is one, and text where an injection has broken its form", () => {
    expect(resultOf("search_emails", "- id_: '7'\n  subject: Lunch\n", structured)).toEqual([
      { id_: "7", subject: "Lunch" },
    ]);
    expect(resultOf("search_emails", "- id_: '7\n  x", structured)).toBe("- id_: '7\n  x");
    expect(resultOf("read_page", "id_: 7", structured)).toBe("id_: 7");
  });

  test("is obeyed right after it was read", () => {
    const [attack] = mailSuite.cases;
    if (attack === undefined) throw new Error("no case");
    const script = attackScript(attack, "Delete it", structured);
    expect(script.calls.map(({ tool }) => tool)).toEqual(["search_emails", "send_email"]);
    expect(script.injected).toEqual({ from: 1, to: 2 });
  });

  test("is pointed at where the person has not said it", () => {
    const task = mailSuite.user_tasks[1];
    if (task === undefined) throw new Error("no task");
    const { calls } = withHandles(taskScript(task, structured));
    expect(calls.map(({ args }) => args)).toEqual([
      { query: "Lunch" },
      { email_id: { $ref: "search_emails/1#0.id_" } },
    ]);
  });
});
