import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** The inbox, and the profiles that decide in it. */
export class ApprovalsPage {
  readonly page: Page;
  readonly card: Locator;

  constructor(page: Page) {
    this.page = page;
    this.card = page.getByRole("article");
  }

  async open(): Promise<void> {
    await this.page.goto("/#/approvals");
  }

  /** Makes a profile in Settings and answers with its public key. */
  async makeProfile(name: string, role: string): Promise<string> {
    await this.page.goto("/#/settings");
    await this.page.getByLabel("Name").fill(name);
    await this.page.getByLabel("Role").fill(role);
    await this.page.getByRole("button", { name: "Add a person" }).click();
    const row = this.page.getByRole("listitem").filter({ hasText: `${name}, ${role}` });
    return ((await row.locator(".mono").textContent()) ?? "").replace(/^.*?(?=approver-)/u, "");
  }

  async actAs(profile: string): Promise<void> {
    await this.page.getByRole("combobox", { name: "Acting as" }).selectOption({ label: profile });
  }

  async decide(word: "Approve" | "Deny"): Promise<void> {
    await this.card.getByRole("button", { name: word, exact: true }).click();
  }

  /** Saves the open request as a file and answers with its text. */
  async send(): Promise<string> {
    return this.saved(this.page.getByRole("button", { name: "Send to another approver" }));
  }

  /** Presses what saves a file, and reads the file. */
  async saved(button: Locator): Promise<string> {
    const saving = this.page.waitForEvent("download");
    await button.click();
    return readFile(await (await saving).path(), "utf8");
  }

  /** Drags a file over the page, where the page says that it takes it, and lets it go. */
  async drop(content: string): Promise<void> {
    const held = await this.page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "travelled.json", { type: "application/json" }));
      return data;
    }, content);
    await this.page.dispatchEvent("main", "dragover", { dataTransfer: held });
    await this.page.getByText("Drop a decision or a request here").waitFor();
    await this.page.dispatchEvent("main", "drop", { dataTransfer: held });
  }

  async openFile(content: string): Promise<void> {
    const input = this.page.locator('input[type="file"]');
    await input.setInputFiles({ name: "travelled.json", mimeType: "application/json", buffer: Buffer.from(content) });
  }
}
