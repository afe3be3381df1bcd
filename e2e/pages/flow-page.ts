import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

/** The editor with its dock: what a person does in the chat. */
export class FlowPage {
  readonly page: Page;
  readonly log: Locator;
  readonly waitingCard: Locator;

  readonly #home: string;

  /** `base` is the app's address where the page has none of its own. */
  constructor(page: Page, base = "") {
    this.page = page;
    this.#home = `${base}/`;
    this.log = page.getByRole("log", { name: "Conversation" });
    this.waitingCard = page.getByRole("article").filter({ hasText: "Waiting for a person" });
  }

  /** Opens a fresh copy of a template from the library. */
  async useTemplate(title: string): Promise<void> {
    await this.page.goto(this.#home);
    await this.page.getByRole("button", { name: `Use ${title}` }).click();
    await expect(this.composer).toBeEditable();
  }

  get composer(): Locator {
    return this.page.getByRole("textbox", { name: /^Write as/u });
  }

  async say(text: string): Promise<void> {
    await this.isReady();
    await this.composer.fill(text);
    await this.composer.press("Enter");
    await expect(this.log).toContainText(text);
  }

  /** A message can be sent: none is being answered, and nothing waits. */
  async isReady(): Promise<void> {
    await expect(this.page.getByRole("button", { name: "Stop the answer" })).toHaveCount(0);
    await expect(this.composer).toBeEditable();
  }

  /** The last thing that the assistant said contains this. */
  async hears(text: string | RegExp): Promise<void> {
    await expect(this.log.locator(".bub.it").last()).toContainText(text);
    await expect(this.composer).toBeEditable();
  }

  /** A quiet line of the conversation. */
  line(text: string | RegExp): Locator {
    return this.log.locator(".gl").filter({ hasText: text });
  }

  async newChat(): Promise<void> {
    await this.page.getByRole("button", { name: "New chat" }).click();
    await expect(this.log).toHaveCount(0);
    await expect(this.composer).toBeEditable();
  }

  async decide(word: "Approve" | "Deny"): Promise<void> {
    await this.waitingCard.getByRole("button", { name: word, exact: true }).click();
  }
}
