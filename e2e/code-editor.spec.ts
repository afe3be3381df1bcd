import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const wrong = `const amounts = [...input.matchAll(/\\d+/g)];
console.log("read", amounts.length);

return { sum: amounts.reduce((sum, each) => sum + Number(each), 0), of: amounts.lenght };`;

const right = wrong.replace("lenght", "length");

test("a builder writes code, mends what the editor finds, tries it, gives it less time and compares", async ({
  page,
}) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  for (const [title, x] of [
    ["Chat input", 130],
    ["Code", 420],
    ["Reply", 740],
  ] as const) {
    await editor.drag(title, x, 90);
    await editor.press("Escape");
  }
  await editor.connect(editor.port("chat-input", "out:message"), editor.port("code", "in:value"));
  await editor.connect(editor.port("code", "out:result"), editor.port("reply", "in:text"));
  const chat = new FlowPage(page);
  await page.getByRole("tab", { name: "Chat" }).click();
  await chat.say("I paid 30 and 4");
  await chat.hears("I paid 30 and 4");

  await editor.node("code").click();
  await page.getByRole("button", { name: "Open the editor" }).click();
  const dialog = page.getByRole("dialog", { name: "Code" });
  const write = async (text: string) => {
    await dialog.getByRole("textbox", { name: "Code." }).focus();
    await editor.press("Control+a");
    await page.keyboard.insertText(text);
  };

  await test.step("a typing error in what is returned is found at its line", async () => {
    await expect(dialog).toContainText("No problems found.");
    await write(wrong);
    await dialog.getByRole("button", { name: "Line 4 Property 'lenght' does not exist" }).click();
    await write("return { orders: fetchLater() };\nasync function fetchLater() {\n  return 1;\n}");
    await expect(dialog.getByRole("button", { name: "Line 1 This is not finished when it is returned" })).toBeVisible();
    await write(right);
    await expect(dialog).toContainText("No problems found.");
  });

  await test.step("it is tried on what came in the last time", async () => {
    await expect(dialog.getByRole("textbox", { name: "Input" })).toHaveValue('"I paid 30 and 4"');
    await dialog.getByRole("button", { name: "Run" }).click();
    await expect(dialog.getByRole("region", { name: "Value" })).toContainText('"sum": 34');
    await expect(dialog.getByRole("region", { name: "Console" }).first()).toContainText("read 2");
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  await test.step("what goes wrong is said plainly, with the engine's own words and the line", async () => {
    await write("const first = input.lines;\nreturn first.length;");
    await dialog.getByRole("button", { name: "Run" }).click();
    await expect(dialog).toContainText("There is nothing to read “length” from: the value before it is missing.");
    await expect(dialog).toContainText("TypeError: cannot read property 'length' of undefined");
    await expect(dialog.getByRole("button", { name: "Go to line 2" })).toBeVisible();
    expect(await accessibilityFaults(page)).toEqual([]);
    await write(right);
    await dialog.getByRole("button", { name: "Run" }).click();
    await expect(dialog.getByRole("region", { name: "Value" })).toContainText('"sum": 34');
  });

  await test.step("what changed is shown beside what is saved, and is saved", async () => {
    await dialog.getByRole("radio", { name: "Compare" }).check({ force: true });
    await expect(dialog.locator(".monaco-diff-editor")).toContainText("return input;");
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(page.getByRole("region", { name: "Code" })).toContainText("console.log");
  });

  await test.step("with a limit of its own it runs in the chat", async () => {
    await page.getByRole("slider", { name: "Time" }).press("ArrowLeft");
    await expect(editor.node("code")).toContainText("at most 0.5 s");
    await page.getByRole("button", { name: "Close" }).first().click();
    await page.getByRole("tab", { name: "Chat" }).click();
    await chat.say("now 5 and 6 and 7");
    await chat.hears("18");
  });
});
