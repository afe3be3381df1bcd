import { readFile } from "node:fs/promises";
import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { LibraryPage } from "./pages/library-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const banner = "This code came with a file. Read it, then adopt it.";
const source = 'return "Loud: " + input.toUpperCase();';

/** Chat input -> code -> reply. */
function flowFile(code: string): string {
  const node = (id: string, type: string, x: number, config = {}) => ({
    id,
    type,
    version: 1,
    position: { x, y: 80 },
    config,
  });
  return JSON.stringify({
    schemaVersion: 1,
    id: "loud",
    title: "Loud answers",
    description: "",
    nodes: [node("in", "chat-input", 80), node("loud", "code", 380, { source: code }), node("out", "reply", 680)],
    edges: [
      { id: "a", kind: "data", from: { node: "in", port: "message" }, to: { node: "loud", port: "value" } },
      { id: "b", kind: "data", from: { node: "loud", port: "result" }, to: { node: "out", port: "text" } },
    ],
    documents: [],
    speakers: [{ id: "nora", name: "Nora", role: "customer" }],
    samples: [],
  });
}

test("opening a flow from a file sends nothing and starts nothing", async ({ page }) => {
  const library = new LibraryPage(page);
  await library.open();
  const { origin } = new URL(page.url());
  const away: string[] = [];
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== origin && !/^(?:blob|data):/.test(request.url())) away.push(request.url());
  });
  const flow = JSON.parse(flowFile(source));
  const config = { name: "look_up_stock", address: "https://stock.example/{id}", arguments: [{ name: "id" }] };
  flow.nodes.push({ id: "stock", type: "http-request", version: 1, position: { x: 380, y: 320 }, config });
  await library.import("eager.json", JSON.stringify(flow));
  await expect(library.dialog).toContainText("Calls https://stock.example");
  await library.dialog.getByRole("button", { name: "Open the flow" }).click();
  await page.waitForURL(/#\/flow\//);
  await new EditorPage(page).node("stock").click();
  await expect(page.getByRole("textbox", { name: "Address" }).first()).toBeVisible();
  expect(away).toEqual([]);
  // Only the sandbox has a frame, and it is made when code is to run.
  expect(page.frames()).toHaveLength(1);

  await page.route("https://stock.example/**", (route) =>
    route.fulfill({ body: "{}", headers: { "access-control-allow-origin": "*" } }),
  );
  await page.evaluate(() => fetch("https://stock.example/1").catch(() => undefined));
  expect(away).toEqual(["https://stock.example/1"]);
});

test("code that came with a file does not run before somebody has read and adopted it, and then as it was read", async ({
  page,
}) => {
  const library = new LibraryPage(page);
  const editor = new EditorPage(page);
  const chat = new FlowPage(page);
  const group = page.getByRole("group", { name: banner });

  await library.open();
  await library.import("loud.json", flowFile(source));
  await library.dialog.getByRole("button", { name: "Open the flow" }).click();
  await page.waitForURL(/#\/flow\//);

  await test.step("it is refused with a sentence, and the step that it stands in says why", async () => {
    await chat.say("hello");
    await expect(page.getByText("nobody here has adopted it").first()).toBeVisible();
    await editor.node("loud").click();
    await expect(group).toContainText("no network, no files and no tools");
  });

  await test.step("in its editor it is marked too, and not even tried", async () => {
    await page.getByRole("button", { name: "Open the editor" }).click();
    const dialog = page.getByRole("dialog", { name: "Code" });
    await expect(dialog.getByRole("group", { name: banner })).toContainText("no network, no files and no tools");
    await dialog.getByRole("textbox", { name: "Code." }).focus();
    await editor.press("Control+Enter");
    await expect(dialog.getByRole("button", { name: "Run" })).toBeDisabled();
    await expect(dialog.getByRole("region", { name: "Used" })).toHaveCount(0);
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Close" }).last().click();
  });

  await test.step("it is read as it is, and adopted", async () => {
    await group.getByRole("button", { name: "Read the code" }).click();
    const reading = page.getByRole("dialog", { name: "Code of “Code”" });
    await expect(reading.getByRole("region")).toHaveText(source);
    expect(await accessibilityFaults(page)).toEqual([]);
    await reading.getByRole("button", { name: "Adopt this code" }).click();
    await expect(group).toHaveCount(0);
    await chat.say("hello");
    await chat.hears("Loud: HELLO");
  });

  await test.step("what is typed into it afterwards is one's own", async () => {
    await page.getByRole("button", { name: "Open the editor" }).click();
    const dialog = page.getByRole("dialog", { name: "Code" });
    await dialog.getByRole("textbox", { name: "Code." }).focus();
    await editor.press("Control+a");
    await page.keyboard.insertText('return "Mine: " + input;');
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(page.getByRole("button", { name: "Open the editor" })).toBeVisible();
    await expect(group).toHaveCount(0);
    await chat.say("hello");
    await chat.hears("Mine: hello");
  });

  await test.step("the flow's own file brings nothing of that along", async () => {
    await library.open();
    const content = await readFile(await (await library.export("Loud answers")).path(), "utf8");
    await library.import("again.json", content);
    await expect(library.dialog).toContainText("0 of 1 allowed");
    await library.dialog.getByRole("button", { name: "Open the flow" }).click();
    await page.waitForURL(/#\/flow\//);
    await editor.node("loud").click();
    await expect(group).toBeVisible();
  });
});
