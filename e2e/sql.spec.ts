import { EditorPage } from "./pages/editor-page.ts";
import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, test } from "./pages/test.ts";

const bands = "least;band\n0;small\n1000;large\n";

const query = `WITH sums AS (
  SELECT customer, count(*) AS invoices, sum(amount) AS total FROM rows WHERE amount > CAST(:value AS REAL) GROUP BY customer
)
SELECT customer, invoices, total, (SELECT band FROM bands WHERE least <= total ORDER BY least DESC LIMIT 1) AS band
FROM sums ORDER BY total DESC`;

test("a builder wires a table into a query, runs it and sees a table", async ({ page }) => {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  for (const [title, x, y] of [
    ["Chat input", 110, 60],
    ["Use a tool", 390, 60],
    ["SQL", 720, 60],
    ["Reply", 980, 60],
    ["Read table", 230, 220],
  ] as const) {
    await editor.drag(title, x, y);
    await editor.press("Escape");
  }
  await editor.connect(editor.port("chat-input", "out:message"), editor.port("use-tool", "in:value"));
  await editor.connect(editor.port("chat-input", "out:message"), editor.port("sql", "in:values"));
  await editor.connect(editor.port("use-tool", "out:result"), editor.port("sql", "in:first"));
  await editor.connect(editor.port("sql", "out:rows"), editor.port("reply", "in:text"));
  await editor.connect(editor.port("use-tool", "socket:tool"), editor.port("read-table", "helper"));
  await editor.openFindings();
  await page
    .getByRole("button", { name: /^Repair/u })
    .first()
    .click();
  await expect(editor.safety).toContainText("0 findings");

  await editor.node("use-tool").click();
  await page.getByRole("textbox", { name: "What it is given" }).fill("table: invoices");
  await editor.node("sql").click();
  const source = page.getByRole("textbox", { name: "Query" });
  await source.fill("SELECT * FROM rows WHERE customer = '{{ value }}'");
  await expect(editor.safety).toContainText("1 to repair");
  await source.fill(query);
  await expect(editor.safety).toContainText("0 findings");
  await page.getByRole("button", { name: "Add to Tables of your own" }).click();
  await page.getByRole("textbox", { name: "Called" }).last().fill("bands");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "Choose a file" }).click();
  await (await chooser).setFiles({ name: "bands.csv", mimeType: "text/csv", buffer: Buffer.from(bands) });
  await expect(page.getByRole("textbox", { name: "Rows", exact: true })).toHaveValue(bands);
  await page.getByRole("button", { name: "Close" }).first().click();

  const chat = new FlowPage(page);
  await page.getByRole("tab", { name: "Chat" }).click();
  await chat.say("300");
  await chat.hears("Birch & Sons");
  const answer = chat.log.getByRole("table");
  await expect(answer.getByRole("columnheader")).toHaveText(["customer", "invoices", "total", "band"]);
  await expect(answer.getByRole("row", { name: "Marlow Bakery" })).toHaveText(
    ["Marlow Bakery", "1", "615.25", "small"].join(""),
  );

  await test.step("the editor knows the tables, and tries the query on what came in", async () => {
    await editor.node("sql").click();
    await page.getByRole("button", { name: "Open the editor" }).click();
    const dialog = page.getByRole("dialog", { name: "Query" });
    await expect(dialog.getByRole("textbox", { name: "Input" })).toHaveValue(/"values": "300"/u);
    await dialog.getByRole("textbox", { name: "Code." }).focus();
    await editor.press("Control+End");
    await page.keyboard.type("\nLIMIT 1");
    await dialog.getByRole("button", { name: "Run" }).click();
    await expect(dialog.getByRole("table").getByRole("row")).toHaveCount(2);
    await expect(dialog.getByRole("region", { name: "Used" })).toContainText("1 of 1,000");
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole("tab", { name: "What it sees" }).click();
    await expect(dialog.getByRole("listitem").filter({ hasText: "bands" })).toContainText("least, band");
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await dialog.getByRole("button", { name: "Discard changes" }).click();
  });

  await test.step("the trace shows the same table, and what the query was", async () => {
    await chat.line("Ran the query in the sandbox").getByRole("button", { name: "Why" }).click();
    await expect(page.getByRole("table").getByRole("columnheader")).toHaveText([
      "customer",
      "invoices",
      "total",
      "band",
    ]);
  });
});
