import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

/** The Firewall's settings in the inspector. */
export class FirewallPanel {
  readonly page: Page;
  readonly pane: Locator;
  readonly preset: Locator;
  readonly verdict: Locator;
  readonly found: Locator;
  readonly marks: Locator;
  readonly why: Locator;
  readonly passedOn: Locator;
  readonly past: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pane = page.locator(".insp");
    this.preset = this.pane.getByRole("combobox", { name: "Made for" });
    this.verdict = this.pane.locator(".try-answer .pill");
    this.found = this.pane.getByRole("group", { name: "What was found" });
    this.marks = this.found.locator("mark");
    this.why = this.pane.getByRole("list", { name: "Why" });
    this.passedOn = this.pane.locator(".passed-on");
    this.past = this.pane.getByRole("region", { name: "What would have been stopped" });
  }

  async open(): Promise<void> {
    await this.page.locator('.react-flow__node[data-id="firewall"]').click();
    await expect(this.check("Injected orders")).toBeVisible();
  }

  check(title: string): Locator {
    return this.pane
      .locator(".check-row")
      .filter({ has: this.page.getByRole("heading", { name: title, exact: true }) });
  }

  async sample(label: string): Promise<void> {
    await this.pane.getByRole("group", { name: "Examples" }).getByRole("button", { name: label, exact: true }).click();
  }

  async write(text: string): Promise<void> {
    await this.pane.getByRole("textbox", { name: "A message to try" }).fill(text);
  }

  async lookBack(): Promise<void> {
    await this.past.getByRole("button", { name: "Look at past chats" }).click();
  }
}
