import type { Page } from "@playwright/test";
import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, listenForFaults, test } from "./pages/test.ts";

const support = "Customer support with refunds";
const askForCode = "Split 480 EUR into 6 instalments.";

/** Gives the Code step of an opened template another source and ten seconds, as a builder does in its settings. */
async function writeCode(page: Page, source: string): Promise<void> {
  const editor = new EditorPage(page);
  await editor.node("plan").click();
  await page.getByRole("button", { name: "Open the editor" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator(".monaco-editor .view-lines").first().click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(source);
  await page.keyboard.press("ControlOrMeta+s");
  await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(dialog).toBeHidden();
  const time = page.getByRole("slider", { name: "Time" });
  await time.focus();
  for (let step = 0; step < 20 && !(await page.getByText("stops after 10 s", { exact: true }).isVisible()); step += 1)
    await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Escape");
  await expect(editor.safety).toContainText("0 findings");
}

for (const { name, isEndless, source, ends } of [
  { name: "loops without end", isEndless: true, source: "for (;;) {}", ends: "the code ran longer than 10 s" },
  {
    name: "takes memory until there is none",
    isEndless: false,
    source:
      "const start = Date.now(); const all = []; for (;;) { for (let i = 0; i < 9e5; i += 1); all.push('x'.repeat(1e5) + all.length); }",
    ends: "the code",
  },
])
  test(`code that ${name} ends within its limits, and a chat in another tab goes on meanwhile`, async ({
    page,
    context,
  }) => {
    const bomb = new FlowPage(page);
    await bomb.useTemplate(support);
    await writeCode(page, source);
    const other = await context.newPage();
    const faults = listenForFaults(other);
    const calm = new FlowPage(other);
    await calm.useTemplate(support);
    await calm.say("Where is my order A1001?");
    await calm.hears("trail shoes");

    await bomb.say(askForCode);
    const stop = page.getByRole("button", { name: "Stop the answer" });
    await expect(stop).toBeVisible();
    for (const [order, thing] of [
      ["A1002", "rain jacket"],
      ["A1001", "trail shoes"],
    ]) {
      await calm.say(`Where is my order ${order}?`);
      await calm.hears(thing ?? "");
      // The first answer came while the other code still ran.
      if (order === "A1002" && isEndless) await expect(stop).toBeVisible({ timeout: 1 });
    }
    await bomb.hears("I cannot work out that plan. A colleague takes over.");
    await expect(bomb.line(`Stopped: ${ends}`)).toBeVisible();
    // The page that held the bomb is as able as before.
    await bomb.say("Where is my order A1001?");
    await bomb.hears("trail shoes");
    expect(await accessibilityFaults(other)).toEqual([]);
    expect(faults).toEqual([]);
  });
