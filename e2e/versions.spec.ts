import { EditorPage } from "./pages/editor-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

test("what a flow was is kept with the first change and under a name, compared with now, and comes back", async ({
  page,
}) => {
  const editor = new EditorPage(page);
  const dialog = page.getByRole("dialog", { name: "Versions" });
  const list = dialog.getByRole("list", { name: "Kept versions" });
  const open = async () => {
    await page.getByRole("button", { name: "Actions for this flow" }).click();
    await page.getByRole("menuitem", { name: "Versions" }).click();
    await expect(dialog).toBeVisible();
  };
  await editor.useTemplate("Customer support with refunds");
  const steps = await editor.nodes.count();

  await test.step("as long as nothing was changed, there is none", async () => {
    await open();
    await expect(dialog).toContainText("No version is kept yet");
    await expect(dialog.getByRole("button", { name: "Keep this version" })).toHaveAttribute("aria-disabled", "true");
    await page.keyboard.press("Escape");
  });

  await test.step("with the first change, what was there before is kept", async () => {
    await editor.drag("Code", 300, 500);
    await expect(editor.nodes).toHaveCount(steps + 1);
    await open();
    await expect(list.getByRole("button")).toHaveText([/^Before your changes.*1 difference$/u]);
    await expect(dialog.getByRole("region", { name: "Before your changes" })).toContainText("Added: Code");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  await test.step("a version is kept under a name", async () => {
    await dialog.getByRole("textbox", { name: "Name for the flow as it is now" }).fill("With a step of code");
    await dialog.getByRole("button", { name: "Keep this version" }).click();
    await expect(list.getByRole("button")).toHaveText([/^With a step of code.*The same as now$/u, /^Before/u]);
    await expect(dialog.getByRole("button", { name: "Bring this version back" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
  });

  await test.step("an older one comes back, is undone, and all are there after a reload", async () => {
    await list.getByRole("button", { name: /^Before your changes/u }).click();
    await dialog.getByRole("button", { name: "Bring this version back" }).click();
    await expect(dialog).toBeHidden();
    await expect(editor.nodes).toHaveCount(steps);
    await page.getByRole("button", { name: /^Undo/u }).click();
    await expect(editor.nodes).toHaveCount(steps + 1);
    await expect(page.getByText("Saved", { exact: false }).first()).toBeVisible();
    await page.reload();
    await editor.isUsable();
    await expect(editor.nodes).toHaveCount(steps + 1);
    await open();
    // What was there when the older one came back is what had been kept under a name.
    await expect(list.getByRole("button")).toHaveText([/^With a step of code/u, /^Before your changes/u]);
  });

  await test.step("one is deleted, and put back", async () => {
    await list.getByRole("button", { name: /^With a step of code/u }).click();
    await dialog.getByRole("button", { name: "Delete this version" }).click();
    await expect(list.getByRole("button")).toHaveCount(1);
    await dialog.getByRole("button", { name: "Undo" }).click();
    await expect(list.getByRole("button")).toHaveCount(2);
  });

  await test.step("one that cannot be read any more says so, and the others are there", async () => {
    await page.keyboard.press("Escape");
    await page.evaluate(storeNoFlow, new URL(page.url()).hash.replace("#/flow/", ""));
    await open();
    await list.getByRole("button", { name: /^Odd/u }).click();
    await expect(dialog.getByRole("region", { name: "Odd" })).toContainText("This version cannot be opened");
    await expect(list.getByRole("button")).toHaveCount(3);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

/** Runs in the page. */
function storeNoFlow(flowId: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("gatehouse-drawings");
    opening.addEventListener("success", () => {
      const writing = opening.result.transaction("versions", "readwrite");
      writing.objectStore("versions").put({ flowId, savedAt: 1, reason: "named", label: "Odd", flow: {} });
      writing.addEventListener("complete", () => {
        opening.result.close();
        resolve();
      });
    });
    opening.addEventListener("error", () => reject(opening.error));
  });
}
