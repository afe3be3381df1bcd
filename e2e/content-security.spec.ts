import { expect, test } from "@playwright/test";

test("the app loads under its strict policy, in the page and in the header", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const response = await page.goto("/");
  const header = (await response?.headerValue("content-security-policy")) ?? "";
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  expect(header).toBe(`${meta}; frame-ancestors 'none'`);
  expect(header).toContain("default-src 'none'");
  await expect(page).toHaveTitle("Gatehouse");
  expect(complaints).toEqual([]);
});

test("script that is inline, evaluated or foreign does not run", async ({ page }) => {
  await page.goto("/");
  const outcome = await page.evaluate(async () => {
    const inline = document.createElement("script");
    inline.textContent = "document.title = 'inline ran'";
    document.body.append(inline);
    const foreign = document.createElement("script");
    foreign.src = "https://example.com/x.js";
    const refused = new Promise<string>((resolve) => {
      document.addEventListener("securitypolicyviolation", (event) => {
        if (event.blockedURI.startsWith("https://example.com")) resolve(event.effectiveDirective);
      });
    });
    document.body.append(foreign);
    return { title: document.title, foreign: await refused };
  });
  expect(outcome).toEqual({ title: "Gatehouse", foreign: "script-src-elem" });
  expect(await page.evaluate(evaluateLater)).toContain("unsafe-eval");
});

test("the sandbox page has its own policy and no origin, even when it is opened directly", async ({ page }) => {
  const response = await page.goto("/sandbox.html");
  const header = (await response?.headerValue("content-security-policy")) ?? "";
  expect(header).toContain("sandbox allow-scripts");
  expect(header).not.toContain("script-src");
  expect(await page.evaluate(() => self.origin)).toBe("null");
});

/** In a task of its own, because the browser lifts the policy for what the debugger itself runs. */
function evaluateLater(): Promise<string> {
  return new Promise((resolve) => {
    setTimeout(() => {
      try {
        resolve(`ran: ${String(Reflect.construct(Function, ["return 1"]))}`);
      } catch (cause) {
        resolve(String(cause));
      }
    });
  });
}
