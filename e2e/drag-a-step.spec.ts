import type { Locator } from "@playwright/test";
import { EditorPage } from "./pages/editor-page.ts";
import { expect, test } from "./pages/test.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("a step follows the mouse on the grid, one undo takes it back, and it is saved where it lies", async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.useTemplate("Customer support with refunds");
  const step = editor.node("reply");
  const start = await placeOf(step);
  const box = await step.boundingBox();
  if (box === null) throw new Error("The step is not on the screen.");
  const hand = { x: box.x + box.width / 2, y: box.y + 12 };

  await page.mouse.move(hand.x, hand.y);
  await page.mouse.down();
  await page.mouse.move(hand.x - 30, hand.y + 20, { steps: 4 });
  const underway = await placeOf(step);
  expect(underway).not.toEqual(start);
  // Across other steps: what lies below the mouse does not matter.
  await page.mouse.move(hand.x - 90, hand.y + 60, { steps: 12 });
  await page.mouse.up();

  const end = await placeOf(step);
  expect(end.x).toBeLessThan(underway.x);
  expect(end.y).toBeGreaterThan(underway.y);
  expect([end.x % 8, end.y % 8].map(Math.abs)).toEqual([0, 0]);

  await page.getByRole("button", { name: /^Undo/u }).click();
  await expect.poll(() => placeOf(step)).toEqual(start);
  await page.getByRole("button", { name: /^Redo/u }).click();
  await expect.poll(() => placeOf(step)).toEqual(end);

  await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
  await page.reload();
  await editor.isUsable();
  expect(await placeOf(step)).toEqual(end);
});

/** Where a step lies on the canvas, in the canvas's own pixels. */
async function placeOf(step: Locator): Promise<{ x: number; y: number }> {
  const style = (await step.getAttribute("style")) ?? "";
  const [, x, y] = /translate\((-?[\d.]+)px, (-?[\d.]+)px\)/u.exec(style) ?? [];
  return { x: Number(x), y: Number(y) };
}
