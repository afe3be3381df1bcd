import { drawCodeFlow } from "./pages/code-flow.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

const code = `amounts = [float(word) for word in input.split() if word.replace(".", "").isdigit()]
print("read", len(amounts), "amounts")
"The sum is %.2f EUR." % sum(amounts)`;

test("a step in Python answers in the chat, and its console is in the trace", async ({ page }) => {
  const editor = await drawCodeFlow(page);

  await test.step("the language is chosen, and the editor says how Python gives its value", async () => {
    await editor.node("code").click();
    await page.getByRole("combobox", { name: "Language" }).selectOption("Python");
    await expect(editor.node("code")).toContainText("Python, at most 1 s and 64 MB");
    await page.getByRole("button", { name: "Open the editor" }).click();
  });
  const dialog = page.getByRole("dialog", { name: "Code" });

  await test.step("the code is written and tried", async () => {
    await dialog.getByRole("tab", { name: "What it sees" }).click();
    await expect(dialog).toContainText("Calls of tools need await");
    await dialog.getByRole("textbox", { name: "Code." }).focus();
    await editor.press("Control+a");
    await page.keyboard.insertText(code);
    await dialog.getByRole("tab", { name: "Try it" }).click();
    await dialog.getByRole("textbox", { name: "Input" }).fill('"12.50 and 7"');
    await dialog.getByRole("button", { name: "Run" }).click();
    await expect(dialog).toContainText("The sum is 19.50 EUR.");
    await expect(dialog).toContainText("read 2 amounts");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: "Close" }).last().click();
  });

  await expect(editor.safety).toContainText("0 findings");
  const chat = new FlowPage(page);
  await chat.say("I paid 3 and 4.25 today");
  await chat.hears("The sum is 7.25 EUR.");

  await test.step("the trace has what it wrote to its console", async () => {
    await chat.line("Ran the code in the sandbox").getByRole("button", { name: "Why" }).click();
    await expect(page.getByRole("heading", { name: "Console" })).toBeVisible();
    await expect(page.getByRole("main")).toContainText("read 2 amounts");
  });
});
