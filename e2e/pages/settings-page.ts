import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

export interface TypedConnection {
  readonly title: string;
  readonly baseURL: string;
  readonly model: string;
  readonly key: string;
}

/** Settings: connections to models and their keys. */
export class SettingsPage {
  readonly page: Page;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole("dialog");
  }

  async open(): Promise<void> {
    await this.page.goto("/#/settings");
    await expect(this.page.getByRole("heading", { name: "Models" })).toBeVisible();
  }

  /** Fills the form and leaves it open. */
  async type({ title, baseURL, model, key }: TypedConnection): Promise<void> {
    await this.page.getByRole("button", { name: "Add a connection" }).click();
    await this.dialog.getByLabel("Provider").selectOption("Another server");
    await this.dialog.getByLabel("Name").fill(title);
    await this.dialog.getByLabel("Address").fill(baseURL);
    await this.dialog.getByLabel("Models").fill(model);
    await this.dialog.getByLabel("API key").fill(key);
  }

  async save(): Promise<void> {
    await this.dialog.getByRole("button", { name: "Save" }).click();
    await expect(this.dialog).toHaveCount(0);
  }

  connection(title: string): Locator {
    return this.page.getByRole("main").getByRole("listitem").filter({ hasText: title });
  }

  /** Every text in every database and store of the origin, read as an attacker with a dump would. */
  async storedText(): Promise<string> {
    return this.page.evaluate(async () => {
      const texts: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie];
      const settle = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const textOf = (_: string, value: unknown): unknown => {
        const bytes = value instanceof ArrayBuffer ? new Uint8Array(value) : value;
        return bytes instanceof Uint8Array ? new TextDecoder("latin1").decode(bytes) : bytes;
      };
      for (const { name } of await indexedDB.databases()) {
        const database = await settle(indexedDB.open(name ?? ""));
        for (const store of database.objectStoreNames)
          texts.push(JSON.stringify(await settle(database.transaction(store).objectStore(store).getAll()), textOf));
        database.close();
      }
      return texts.join("\n");
    });
  }
}
