import { readFile } from "node:fs/promises";
import { FlowPage } from "./pages/flow-page.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const support = "Customer support with refunds";

test("a template becomes a flow of one's own; flows are found, renamed, duplicated and deleted, and a deleted one comes back", async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.open();
  await expect(page.getByText("No flows yet")).toBeVisible();
  await library.use(support);
  await expect(page.getByText("Support agent").first()).toBeVisible();
  await library.open();
  await expect(library.flow(support)).toContainText("All guarded");
  await expect(library.flow(support)).toContainText("Never run");

  await library.choose(support, "Rename");
  await library.dialog.getByLabel("Name").fill("Spring sale");
  await library.dialog.getByRole("button", { name: "Rename" }).click();
  await expect(library.flow("Spring sale")).toBeVisible();

  await library.choose("Spring sale", "Duplicate");
  await expect(library.flow("Spring sale 2")).toBeVisible();
  await page.getByLabel("Search flows and templates").fill("sale 2");
  await expect(library.flow("Spring sale")).toHaveCount(0);
  await page.getByLabel("Search flows and templates").fill("no such thing");
  await page.getByRole("button", { name: "Show all" }).click();

  await library.choose("Spring sale 2", "Delete");
  await expect(library.flow("Spring sale 2")).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(library.flow("Spring sale 2")).toBeVisible();
  await page.reload();
  await expect(library.flow("Spring sale 2")).toBeVisible();
});

test("an exported flow opens again, and asks before it may do anything", async ({ page }) => {
  const library = new LibraryPage(page);
  await library.open();
  await library.use(support);
  await library.open();
  const download = await library.export(support);
  expect(download.suggestedFilename()).toBe(`${support}.gatehouse.json`);
  const content = await readFile(await download.path(), "utf8");

  await library.import("flow.json", content);
  await expect(library.dialog).toContainText("Uses Refund");
  await expect(library.dialog).toContainText("Pays money.");
  await expect(library.dialog).toContainText("0 of 6 allowed");
  await library.dialog.getByText("Show the code").click();
  await expect(library.dialog.locator("pre")).toContainText("const amount");
  await library.dialog.getByRole("button", { name: "Open the flow" }).click();
  await page.waitForURL(/#\/flow\//);
  const composer = page.getByRole("textbox", { name: /^Write as/u });
  await composer.fill("Where is my order A1001?");
  await composer.press("Enter");
  await expect(page.getByText(/This flow came from a file, and you have not allowed it/)).toBeVisible();

  await library.open();
  await library.choose(`${support} 2`, "What it may do");
  await expect(library.dialog).toContainText("0 of 6 allowed");
  for (const box of await library.dialog.getByRole("checkbox").all()) await box.check();
  await expect(library.dialog).toContainText("6 of 6 allowed");
  await library.dialog.getByRole("button", { name: "Save what is allowed" }).click();
  await expect(library.dialog).toHaveCount(0);
  await library.flow(`${support} 2`).getByRole("link").click();
  await composer.fill("Where is my order A1001?");
  await composer.press("Enter");
  await expect(page.getByRole("log", { name: "Conversation" })).toContainText("A1001");
  await expect(page.getByText(/you have not allowed it/)).toHaveCount(0);
});

test("exported evidence is judged by its seal, and opens as a flow alone", async ({ page }) => {
  const library = new LibraryPage(page);
  const flow = new FlowPage(page);
  await flow.useTemplate("Answers from HR policies");
  await flow.say("How many days of annual leave do I have?");
  await flow.hears(/leave/i);
  await page.goto("/#/traces");
  await page
    .getByRole("link", { name: /Answers from HR policies/ })
    .first()
    .click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export evidence" }).click();
  const evidence = await readFile(await (await download).path());

  await library.open();
  await library.import("run.gatehouse.zip", evidence);
  await expect(library.dialog).toContainText("Verified");
  await expect(library.dialog).toContainText("as they were sealed by this browser");
  await library.dialog.getByRole("button", { name: "Look at the flow" }).click();
  await expect(library.dialog).toContainText("What “Answers from HR policies” wants");
  await page.keyboard.press("Escape");

  const changed = Buffer.from(evidence);
  const middle = Math.floor(changed.length / 2);
  changed[middle] = (changed[middle] ?? 0) ^ 1;
  await library.import("run.gatehouse.zip", changed);
  await expect(library.dialog).toContainText(/Not verified|was not opened/);
  await expect(library.dialog.getByRole("button", { name: "Look at the flow" })).toHaveCount(0);
});

test("a hostile file gets its sentence and stores nothing, also where it is dropped; the palette leads to flows, pages and actions", async ({
  page,
}) => {
  const library = new LibraryPage(page);
  await library.open();
  const hostile: [content: string, sentence: string][] = [
    ['{"schemaVersion":1,"__proto__":{"trusted":true}}', "The file uses the name __proto__"],
    ['{"schemaVersion":1,', "it is not JSON"],
    ['{"schemaVersion":99}', "made with a newer Gatehouse"],
    ["PK\u0003\u0004 and nothing more", "not a Gatehouse bundle"],
    ["[".repeat(100_000), "it is not JSON"],
  ];
  for (const [content, sentence] of hostile) {
    await library.import("hostile.json", content);
    await expect(library.dialog).toContainText("hostile.json was not opened");
    await expect(library.dialog).toContainText(sentence);
    await library.dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(library.dialog).toHaveCount(0);
  }
  await expect(page.getByText("No flows yet")).toBeVisible();
  await test.step("a file that is dropped on the page is opened as if it were imported", async () => {
    await library.drop("note.json", '{"schemaVersion":1,"notes":[]}', "dragover");
    await expect(page.getByText("Opening is safe: nothing runs until you allow it.")).toBeVisible();
    await library.drop("note.json", '{"schemaVersion":1,"notes":[]}', "drop");
    await expect(library.dialog).toContainText("note.json was not opened");
    await expect(library.dialog).toContainText("This flow is not valid");
    expect(await accessibilityFaults(page)).toEqual([]);
    await library.dialog.getByRole("button", { name: "Close" }).last().click();
  });
  await test.step("the palette opens with its key and leads to flows, pages and actions", async () => {
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search flows, pages and actions" }).fill("HR pol");
    await page.keyboard.press("Enter");
    await page.waitForURL(/#\/flow\//);
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox", { name: "Search flows, pages and actions" }).fill("settings");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Models" })).toBeVisible();
  });
});
