import { createRequire } from "node:module";
import { drawCodeFlow } from "./pages/code-flow.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const host = "https://cdn.jsdelivr.net/";
const { resolve } = createRequire(import.meta.url);

/** None of these is in the small library, or not so. */
const code = `import csv, decimal, io, re, statistics
from datetime import date
rows = list(csv.DictReader(io.StringIO("day;net\\n2026-03-01;10.10\\n2026-03-31;20.20\\n"), delimiter=";"))
net = [decimal.Decimal(row["net"]) for row in rows]
days = (date.fromisoformat(rows[1]["day"]) - date.fromisoformat(rows[0]["day"])).days
who = re.search(r"(?P<name>\\w{3,})$", input)["name"]
f"{who}: {sum(net)} in {days} days, on average {statistics.mean(net):.3f}."`;

test("the full Python library is downloaded when a person says so, is checked, works without its host, and can be removed", async ({
  page,
}) => {
  test.slow();
  const asked: string[] = [];
  let isForged = true;
  await page.route(`${host}**`, async (route) => {
    const url = route.request().url();
    asked.push(url);
    const headers = { "access-control-allow-origin": "*" };
    if (isForged) return route.fulfill({ body: "something else", headers });
    return route.fulfill({ path: resolve(`pyodide/${url.split("/").at(-1)}`), headers });
  });
  const editor = await drawCodeFlow(page);
  await editor.node("code").click();
  await page.getByRole("combobox", { name: "Language" }).selectOption("Python");
  await page.getByRole("combobox", { name: "Python library" }).selectOption("Full, a download");
  const download = page.getByRole("group", { name: "Download of the full library" });
  const dialog = page.getByRole("dialog", { name: "Code" });
  const chat = new FlowPage(page);
  const ask = async () => {
    await page.getByRole("tab", { name: "Chat" }).click();
    await chat.say("This is for Ada");
  };
  const told = "Ada: 30.30 in 30 days, on average 15.150.";

  await test.step("before the download the step says that it is missing, and so does whatever runs it", async () => {
    await expect(editor.node("code")).toContainText("Full Python, at most 1 s and 64 MB");
    await expect(download).toContainText("It is not downloaded in this browser.");
    await expect(download).toContainText("From cdn.jsdelivr.net");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Open the editor" }).click();
    await dialog.getByRole("textbox", { name: "Code." }).focus();
    await editor.press("Control+a");
    await page.keyboard.insertText(code);
    await dialog.getByRole("textbox", { name: "Input" }).fill('"This is for Ada"');
    await dialog.getByRole("button", { name: "Run" }).click();
    await expect(dialog).toContainText("The full Python library is not downloaded in this browser.");
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await ask();
    await expect(chat.log).toContainText("The full Python library is not downloaded in this browser.");
    expect(asked).toEqual([]);
  });

  await test.step("what is not the library is thrown away; the library is kept", async () => {
    await editor.node("code").click();
    await download.getByRole("button", { name: "Download 13 MB" }).click();
    await expect(download).toContainText("What came is not the Python library that was asked for");
    isForged = false;
    await download.getByRole("button", { name: "Download 13 MB" }).click();
    await expect(download).toContainText("Python 3.14.2 is downloaded and works offline.");
    expect(new Set(asked.map((url) => new URL(url).pathname))).toEqual(
      new Set(["/npm/pyodide@314.0.7/pyodide.asm.wasm", "/npm/pyodide@314.0.7/python_stdlib.zip"]),
    );
  });

  await test.step("code that needs it runs", async () => {
    await ask();
    // A page makes the library ready once, which takes seconds, and many of them on a busy machine.
    await expect(chat.log).toContainText(told, { timeout: 120_000 });
  });

  await test.step("another day it is still there, and nobody is asked for it", async () => {
    asked.length = 0;
    // The answer is to be read before the turn has ended; a page that is left then has broken off.
    await chat.isReady();
    await page.reload();
    await ask();
    // A page makes the library ready once, which takes seconds, and many of them on a busy machine.
    await expect(chat.log).toContainText(told, { timeout: 120_000 });
    expect(asked).toEqual([]);
  });

  await test.step("it is removed", async () => {
    await editor.node("code").click();
    await download.getByRole("button", { name: "Remove the 13 MB" }).click();
    await expect(download).toContainText("It is not downloaded in this browser.");
    await ask();
    await expect(chat.log).toContainText("The full Python library is not downloaded in this browser.");
  });
});
