import { preview, type PreviewServer } from "vite";
import { FlowPage } from "./pages/flow-page.ts";
import { expect, test } from "./pages/test.ts";

test.use({ serviceWorkers: "allow" });

/** The built app at an address of its own, so that the server can go away. */
async function serve(): Promise<{ server: PreviewServer; address: string }> {
  const server = await preview({ logLevel: "error", preview: { port: 0, strictPort: false } });
  const [address] = server.resolvedUrls?.local ?? [];
  if (address === undefined) throw new Error("The server has no address.");
  return { server, address };
}

test("once loaded, the app opens and a flow runs with no server and no network", async ({ page }) => {
  const { server, address } = await serve();
  await page.goto(address);
  await expect(page.getByText("Works offline, except for code.")).toBeVisible({ timeout: 120_000 });
  await server.close();

  await page.reload();
  const flow = new FlowPage(page, address.replace(/\/$/u, ""));
  await flow.useTemplate("Customer support with refunds");
  await flow.say("Where is my order A1001?");
  await flow.hears("trail shoes");
  await flow.say("Can I split 120 EUR into 3 instalments?");
  await expect(page.getByText("the sandbox could not be fetched or started, so the code did not run")).toBeVisible();
  await flow.hears("I cannot work out that plan");
  await page.goto(`${address}#/traces`);
  await page.getByRole("link", { name: /Customer support with refunds/u }).click();
  await expect(page.getByText(/Verified just now/u)).toBeVisible();
});
