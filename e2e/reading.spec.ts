import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

test("a trace is narrowed and searched, seen over time and on its canvas, asked why, and laid beside another", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("What is the state of order A1001?");
  await flow.hears("A1001");
  await flow.newChat();
  await flow.say("What is the state of order A1007?");
  await flow.hears("floor lamp");

  await test.step("from a step in the dock to its node, and from the node to its steps", async () => {
    await page.getByRole("tab", { name: /^Trace/u }).click();
    await page.getByRole("button", { name: /Allowed Look up order for 30 s/u }).click();
    await page.getByRole("button", { name: "Show Look up order on the canvas" }).click();
    await expect(page.locator(".react-flow__node.selected")).toContainText("Look up order");
    await page.getByRole("button", { name: "Only steps of Look up order" }).click();
    await expect(page.getByRole("button", { name: /Looked up order A1007/u })).toBeVisible();
    await expect(page.getByRole("button", { name: /wrote a message/u })).toHaveCount(0);
  });

  await page.goto("/#/traces");
  await page.getByRole("row").filter({ hasText: "order A1007" }).getByRole("link").click();
  await expect(page.getByRole("heading", { name: /^Sealed/u })).toBeVisible();
  const steps = page.getByRole("region", { name: "Traces" });

  await test.step("by guardrail, outcome and words", async () => {
    await page.getByRole("button", { name: "Search and filter" }).click();
    await page.getByRole("combobox", { name: "Guardrail or kind" }).selectOption("What it may use");
    await expect(steps.getByRole("button", { name: /Allowed Look up order/u })).toBeVisible();
    await expect(steps.getByRole("button", { name: /tried to give/u })).toHaveCount(0);
    await page.getByRole("combobox", { name: "Guardrail or kind" }).selectOption("Everything");
    await page.getByRole("combobox", { name: "How it came out" }).selectOption("Stopped or denied");
    await expect(steps.getByRole("listitem")).toHaveCount(2);
    await page.getByRole("searchbox", { name: "Search the steps" }).fill("no such words");
    await expect(page.getByText("0 steps found")).toBeVisible();
    await page.getByRole("button", { name: "Show all steps" }).click();
    await page.getByRole("searchbox", { name: "Search the steps" }).fill("VIP customer");
    await expect(steps.getByRole("button", { name: /Looked up order A1007/u })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  await test.step("why: from the stop to the text that it came from, and what allowed that", async () => {
    await page.goto(page.url().replace(/\?.*$/u, ""));
    const why = page.getByRole("region", { name: "Why it was stopped" });
    await why.getByRole("button", { name: /^Step \d+$/u }).click();
    await expect(page.getByRole("heading", { name: "Looked up order A1007" })).toBeVisible();
    await expect(page.getByRole("region", { name: "Why it was allowed" })).toContainText("The rule");
  });

  await test.step("over time, with the keyboard", async () => {
    await page.getByRole("radio", { name: "Time" }).check();
    const work = page.getByRole("region", { name: "Work over time" });
    const agent = work.getByRole("button", { name: /^Support agent/u });
    await expect(work.getByRole("button", { name: /^Model embedded/u })).toHaveCount(2);
    await expect(work.getByText("free", { exact: true })).toHaveCount(2);
    await agent.press("ArrowLeft");
    await expect(work.getByRole("button", { name: /^Model embedded/u })).toHaveCount(0);
    await agent.press("ArrowRight");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  await test.step("on the canvas, step by step", async () => {
    await page.getByRole("radio", { name: "Canvas" }).check();
    const scrubber = page.getByRole("slider", { name: "The run on the canvas" });
    await scrubber.press("Home");
    await expect(page.getByRole("status").filter({ hasText: /^Step 0 of \d+/u })).toBeVisible();
    await page.locator(".react-flow__node").filter({ hasText: "Answers order questions" }).click();
    const values = page.getByRole("region", { name: "Support agent at this step" });
    await expect(values).toContainText("Not started");
    await scrubber.press("End");
    await expect(values).toContainText("Done");
    await expect(values).toContainText("What it gave");
    await page.getByRole("button", { name: "Step back" }).click();
    await expect(page.getByText("Only steps of Support agent")).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  await test.step("beside the other run", async () => {
    await page.getByRole("radio", { name: "Compare" }).check();
    const other = page.getByRole("combobox", { name: "Compare with" });
    await other.selectOption({ index: 1 });
    const both = page.getByRole("region", { name: "Both runs, step by step" });
    await expect(both).toContainText("What models said");
    await expect(both.getByRole("button", { name: /A1007.*A1001/u }).first()).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  await test.step("another run's address shows that run and nothing of the one before", async () => {
    const other = new URLSearchParams(page.url().replace(/^[^?]*/u, "")).get("with") ?? "";
    await page.goto("/#/traces");
    await page.getByRole("row").filter({ hasText: "order A1007" }).getByRole("link").click();
    await expect(page.getByRole("heading", { name: /^Stopped/u })).toBeVisible();
    await page.goto(`/#/trace/${other}`);
    await expect(page.getByText("What is the state of order A1001?").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "No step chosen" })).toBeVisible();
  });
});
