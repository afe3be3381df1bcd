import { expect } from "@playwright/test";
import type { Download, Locator, Page } from "@playwright/test";

/** The library: templates, a person's own flows, files in and out. */
export class LibraryPage {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog");
  }

  async open(): Promise<void> {
    await this.page.goto("/#/library");
    await expect(this.page.getByRole("heading", { name: "Start from a template" })).toBeVisible();
  }

  async use(title: string): Promise<void> {
    await this.page.getByRole("button", { name: `Use ${title}` }).click();
    await this.page.waitForURL(/#\/flow\//);
  }

  /** A row of the person's own flows, by its exact title. */
  flow(title: string): Locator {
    const name = this.page.getByText(title, { exact: true });
    return this.page.getByRole("row").filter({ has: name });
  }

  async choose(title: string, action: string): Promise<void> {
    await this.page.getByRole("button", { name: `Actions for ${title}`, exact: true }).click();
    await this.page.getByRole("menuitem", { name: action }).click();
  }

  async export(title: string): Promise<Download> {
    const download = this.page.waitForEvent("download");
    await this.choose(title, "Export");
    return download;
  }

  /** Hands a file to the Import button. */
  async import(name: string, content: string | Buffer): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Import" }).click();
    const buffer = typeof content === "string" ? Buffer.from(content) : content;
    await (await chooser).setFiles({ name, mimeType: "application/octet-stream", buffer });
  }

  /** Holds a file over the page, or lets it go. */
  async drop(name: string, content: string, event: "dragover" | "drop"): Promise<void> {
    const carried = await this.page.evaluateHandle(
      ([title, text]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([text ?? ""], title ?? ""));
        return transfer;
      },
      [name, content],
    );
    await this.page.locator("body").dispatchEvent(event, { dataTransfer: carried });
  }
}
