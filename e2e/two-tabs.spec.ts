import { FlowPage } from "./pages/flow-page.ts";
import { accessibilityFaults, expect, listenForFaults, test } from "./pages/test.ts";

test.use({ contextOptions: { reducedMotion: "no-preference" } });

test("a second tab shows the chat, decides in the inbox for the first, and takes over when the first is gone", async ({
  page,
  context,
}) => {
  const first = new FlowPage(page);
  await first.useTemplate("Customer support with refunds");
  await first.say("The lamp in order A1007 arrived broken. Can I get my money back?");
  await expect(first.waitingCard).toBeVisible();

  const other = await context.newPage();
  const faults = listenForFaults(other);
  await other.goto(page.url());
  const second = new FlowPage(other);
  await expect(second.line("Waiting for a person to approve a refund of 480.00 EUR")).toBeVisible();
  await expect(other.getByText("Another tab is working on this chat.")).toBeVisible();
  await expect(second.composer).toBeDisabled();

  await other.goto("/#/approvals");
  await other.getByRole("article").getByRole("button", { name: "Approve", exact: true }).click();
  await expect(other.getByText(/^Approved by Mara Okafor/u)).toBeVisible();
  await first.hears("480.00 EUR");
  await expect(first.line("Refunded 480.00 EUR to Visa ending 4417")).toHaveCount(1);

  const address = page.url();
  await other.goto(address);
  await expect(second.line("Refunded 480.00 EUR to Visa ending 4417")).toHaveCount(1);
  await page.goto("about:blank");
  await second.say("Where is my order A1001?");
  await second.hears("trail shoes");
  expect(await accessibilityFaults(other)).toEqual([]);
  expect(faults).toEqual([]);
});
