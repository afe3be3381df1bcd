import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

const endless = "Split 480 EUR into 900000000 instalments.";

test("Stop ends an answer that is being worked on, and the chat goes on with the next message", async ({ page }) => {
  const flow = new FlowPage(page);
  await flow.useTemplate("Customer support with refunds");
  await flow.say("What is your return policy?");
  await flow.hears("30 days");
  await flow.say(endless);
  await page.getByRole("button", { name: "Stop the answer" }).click();
  await expect(flow.line("The answer was stopped.")).toBeVisible();
  await flow.say("Where is my order A1002?");
  await flow.hears("rain jacket");
});
