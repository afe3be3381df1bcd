import { expect, test } from "./pages/test.ts";

test.use({ locale: "de-DE" });

test("in German the kinds of step, their sockets and what is wrong with them have German names", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Neuer Ablauf" }).first().click();
  await page.getByRole("button", { name: "Modell fragen hinzufügen" }).click();
  const card = page.locator(".react-flow__node").filter({ hasText: "Modell fragen" });
  await expect(card).toContainText("Wissen");
  await expect(card).toContainText("Grenzen");
  await page.getByRole("tab", { name: /Hinweise/u }).click();
  const findings = page.getByRole("tabpanel", { name: /Hinweise/u });
  await expect(findings).toContainText("Modell fragen hat keine Firewall");
  await findings.getByRole("button", { name: "Eine Firewall hinzufügen" }).click();
  await expect(findings).not.toContainText("hat keine Firewall");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Abläufe, Seiten und Aktionen suchen").fill("antwort");
  await expect(page.getByRole("option", { name: /Antwort/u }).first()).toBeVisible();
  // The first takes the words away, the second closes.
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("combobox", { name: "Abläufe, Seiten und Aktionen suchen" })).toHaveCount(0);
});
