import { readFile } from "node:fs/promises";
import { startFakeOpenAi, type FakeOpenAi } from "./pages/fake-openai.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { SettingsPage } from "./pages/settings-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const key = "sk-canary-5f0c2b1e9d";
let server: FakeOpenAi;

test.beforeEach(async () => {
  server = await startFakeOpenAi(key);
});
test.afterEach(() => server.close());

test("nothing leaves before a connection is made; then its key goes to its server and stays out of sight", async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(baseURL ?? "")) foreign.push(url);
  });
  const settings = new SettingsPage(page);
  await settings.open();
  await expect(page.getByText("it is rules, not an AI model")).toBeVisible();
  await settings.type({ title: "My server", baseURL: server.baseURL, model: "tiny", key });
  expect(foreign).toEqual([]);
  expect(server.asked).toEqual([]);

  await settings.dialog.getByRole("button", { name: "Test" }).click();
  await expect(settings.dialog.getByRole("status")).toHaveText("tiny answers.");
  expect(server.asked).toEqual([{ path: "/v1/chat/completions", authorization: `Bearer ${key}` }]);
  await settings.save();
  await expect(settings.connection("My server")).toContainText("Key stored on this device");

  await page.reload();
  await settings.connection("My server").getByRole("button", { name: "Test" }).click();
  await expect(settings.connection("My server").getByRole("status")).toHaveText("tiny answers.");
  expect(foreign.every((url) => url.startsWith(server.baseURL))).toBe(true);

  const stored = await settings.storedText();
  expect(stored).toContain("My server");
  expect(stored).not.toContain(key);
  expect(await page.content()).not.toContain(key);

  const library = new LibraryPage(page);
  await library.open();
  await library.use("Answers from HR policies");
  await library.open();
  const file = await readFile(await (await library.export("Answers from HR policies")).path(), "utf8");
  expect(file).not.toContain(key);
  expect(file).not.toContain(server.baseURL);
});

test("a key for this tab only is gone with the tab", async ({ page }) => {
  const settings = new SettingsPage(page);
  await settings.open();
  await settings.type({ title: "Visitor", baseURL: server.baseURL, model: "tiny", key });
  await settings.dialog.getByText("In this tab only").click();
  await settings.save();
  await expect(settings.connection("Visitor")).toContainText("Key in this tab only");
  expect(await settings.storedText()).not.toContain(key);
  await page.reload();
  await expect(settings.connection("Visitor")).toContainText("The key is gone with its tab");
  await settings.page.getByRole("button", { name: "Remove Visitor" }).click();
  await expect(page.getByText("Visitor and its key are removed.")).toBeVisible();
  await expect(settings.connection("Visitor")).toHaveCount(0);
  expect(await settings.storedText()).not.toContain("Visitor");
});

test("the form says what is wrong; theme, language and the key for auditors", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const settings = new SettingsPage(page);
  await settings.open();
  await test.step("the form says what is wrong, field by field", async () => {
    await settings.type({ title: " ", baseURL: "http://models.example.com/v1?x=1", model: "", key: "" });
    await settings.dialog.getByRole("button", { name: "Save" }).click();
    await expect(settings.dialog.getByRole("alert")).toHaveText([
      "Give it a name.",
      "Enter an address such as https://api.example.com/v1, without a question mark.",
      "Name at least one model.",
    ]);
    expect(server.asked).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(settings.dialog).toHaveCount(0);
  });
  await page.getByText("Dark", { exact: true }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: "Copy the key" }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(/^gatehouse-[0-9a-f]+\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+$/);
  await expect(page.getByText(`gatehouse verify run.gatehouse.zip --trust "${copied}"`)).toBeVisible();
  await page.getByLabel("Language").selectOption("Deutsch");
  await expect(page.getByRole("heading", { name: "Modelle" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});
