import { readFile } from "node:fs/promises";
import type { Download } from "@playwright/test";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test("who can do what is seen, goes to another engine, and is made as small as recorded chats needed", async ({
  page,
}) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await page.getByRole("tab", { name: "Reach" }).click();
  const table = page.getByRole("region", { name: "Who can do what" });
  const refund = table.getByRole("row").filter({ hasText: "Refund" });
  await test.step("the rules go to another Cedar engine as a file with its schema", async () => {
    const files = new Map<string, Promise<string>>();
    page.on("download", (download) => files.set(download.suggestedFilename(), textOf(download)));
    await page.getByRole("button", { name: "Download Cedar policies" }).click();
    await expect.poll(() => files.size).toBe(2);
    expect(await files.get("Customer support with refunds.cedar")).toContain('@id("permission/4.never")');
    expect(await files.get("Customer support with refunds.cedarschema")).toContain('action "refund" appliesTo');
  });
  await test.step("an auditor sees who can do what, and the way to a tool", async () => {
    await expect(refund).toContainText("up to 100 EUR");
    await expect(refund).toContainText("a lead decides");
    await expect(table.getByRole("row").filter({ hasText: "Send e-mail" })).toContainText("never");

    await expect(table.getByRole("row").filter({ hasText: "lead, support" })).toContainText("not needed");

    await refund.getByRole("button", { name: "Refund" }).click();
    await expect(refund.getByRole("button", { name: "Refund" })).toHaveAttribute("aria-pressed", "true");
    await expect(refund).toContainText("Chat input → Wants instalments? → Support agent → Refund → Approval gate");
    const marked = page.locator(".react-flow__node.on-way");
    await expect(marked).toHaveCount(5);
    await expect(page.locator(".react-flow__edge.on-way")).toHaveCount(4);
    // Nothing is selected, so that no key changes what is only pointed out.
    await expect(page.locator(".react-flow__node.selected")).toHaveCount(0);
    await refund.getByRole("button", { name: "Refund" }).press("Enter");
    await expect(marked).toHaveCount(0);

    await refund.getByRole("button", { name: "Refund" }).press("Enter");
    await expect(marked).toHaveCount(5);
    await page.getByRole("tab", { name: "Chat" }).click();
    await expect(marked).toHaveCount(0);
  });
  await test.step("rules that recorded chats did not need are made smaller, and undone at once", async () => {
    await page.getByRole("tab", { name: "Reach" }).click();
    const proposal = page.getByRole("dialog", { name: "Smallest rules from recorded chats" });
    const propose = table.getByRole("button", { name: "Smallest rules from recorded chats" });
    await propose.click();
    await expect(proposal).toContainText("No chat with this flow is recorded yet");
    await proposal.getByRole("button", { name: "Close", exact: true }).last().click();

    await page.getByRole("tab", { name: "Chat" }).click();
    await flow.say("The shoes in order A1001 arrived broken. Can I get my money back?");
    await flow.hears("89.90 EUR");
    await page.getByRole("tab", { name: "Reach" }).click();
    await propose.click();
    await expect(proposal).toContainText("From 1 recorded chat with this flow");
    await expect(proposal).toContainText("Support agent may refund up to 90 EUR alone");
    await expect(proposal).toContainText("Support agent may never send e-mail.");
    await proposal.getByRole("button", { name: /^Adopt \d rules$/u }).click();
    await expect(refund).toContainText("up to 90 EUR");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(refund).toContainText("up to 100 EUR");

    await propose.click();
    const all = proposal.getByRole("checkbox", { name: "All of them" });
    await expect(all).toBeChecked();
    await all.press("Space");
    await expect(proposal.getByRole("button", { name: /^Adopt 0/u })).toBeDisabled();
    await proposal
      .getByRole("checkbox", { name: /^Stays as it is: Support agent may never send e-mail/u })
      .press("Space");
    await proposal.getByRole("button", { name: "Adopt 1 rule" }).click();
    await expect(table.getByRole("row").filter({ hasText: "Send e-mail" })).not.toContainText("decides");
    await expect(refund).toContainText("up to 100 EUR");
  });
});

async function textOf(download: Download): Promise<string> {
  return readFile(await download.path(), "utf8");
}
