import { expect } from "@playwright/test";
import type { Locator, Page } from "@playwright/test";

/** The editor: palette, canvas, findings. What a person does with a pointer or the keyboard. */
export class EditorPage {
  readonly page: Page;
  readonly safety: Locator;
  readonly nodes: Locator;

  constructor(page: Page) {
    this.page = page;
    this.safety = page.locator(".top .pill");
    this.nodes = page.locator(".react-flow__node");
  }

  async openEmpty(): Promise<void> {
    await this.page.goto("/");
    await this.page.getByRole("button", { name: "New flow" }).first().click();
    await this.isUsable();
  }

  async useTemplate(title: string): Promise<void> {
    await this.page.goto("/");
    await this.page.getByRole("button", { name: `Use ${title}` }).click();
    await this.isUsable();
  }

  async isUsable(): Promise<void> {
    await this.page.waitForFunction(() => performance.getEntriesByName("canvas-usable").length === 1);
    await expect(this.safety).toBeVisible();
  }

  node(id: string): Locator {
    return this.page.locator(`.react-flow__node[data-id="${id}"]`);
  }

  port(node: string, handle: string): Locator {
    return this.node(node).locator(`[data-handleid="${handle}"]`);
  }

  get wires(): Locator {
    return this.page.locator(".react-flow__edge");
  }

  /** Drags a kind of step from the palette so that its middle comes to lie there, from the top left of the canvas. */
  async drag(title: string, x: number, y: number): Promise<void> {
    const item = this.page.getByRole("button", { name: `Add ${title}`, exact: true });
    const canvas = this.page.locator(".canvas-area");
    await item.dragTo(canvas, { targetPosition: { x, y } });
  }

  /** Draws a wire that fits, again where it did not land: on a busy machine the page may read a pointer too late. */
  async connect(from: Locator, to: Locator): Promise<void> {
    const [first, second] = [await nodeOf(from), await nodeOf(to)];
    // Whichever end it was drawn from, a wire to a socket leads from its helper.
    const between = [`${first}-to-${second}`, `${second}-to-${first}`];
    const drawn = this.page.locator(between.map((id) => `.react-flow__edge[data-id^="${id}"]`).join());
    const before = await drawn.count();
    await expect(async () => {
      if ((await drawn.count()) === before) await this.drawWire(from, to);
      await expect(drawn).toHaveCount(before + 1, { timeout: 3_000 });
    }).toPass({ timeout: 30_000 });
  }

  /** Draws a wire as a pointer does, whether or not it fits. */
  async drawWire(from: Locator, to: Locator): Promise<void> {
    // The canvas may still glide to what was placed last; a wire is drawn when it lies still, as a person would.
    const start = await restingCentreOf(from);
    const end = await restingCentreOf(to);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 });
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys);
  }

  async openFindings(): Promise<void> {
    await this.safety.click();
    await expect(this.page.getByRole("region", { name: "Findings", exact: true })).toBeVisible();
  }
}

function nodeOf(port: Locator): Promise<string> {
  return port.evaluate((element) => element.closest(".react-flow__node")?.getAttribute("data-id") ?? "");
}

async function restingCentreOf(part: Locator): Promise<{ x: number; y: number }> {
  let before = await centreOf(part);
  for (let look = 0; look < 20; look += 1) {
    await part.page().waitForTimeout(100);
    const now = await centreOf(part);
    if (now.x === before.x && now.y === before.y) return now;
    before = now;
  }
  return before;
}

async function centreOf(part: Locator): Promise<{ x: number; y: number }> {
  const box = await part.boundingBox();
  if (box === null) throw new Error("A port is not on the screen.");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
