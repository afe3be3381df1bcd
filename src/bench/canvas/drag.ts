import type { Page } from "playwright";

export interface DragPace {
  readonly framesPerSecond: number;
  /** Milliseconds that 95 of 100 frames stay below. */
  readonly slowFrame: number;
}

const seconds = 3;

/**
 * Drags the node in the middle of the canvas in a circle for three seconds, and counts the frames that the page drew meanwhile.
 * A node near the border would measure something else: React Flow then pans the whole canvas along.
 */
export async function dragPace(page: Page, selector: string): Promise<DragPace> {
  const middle = await page.evaluate(findMiddle, selector);
  const box = await page.locator(selector).nth(middle).boundingBox();
  if (box === null) throw new Error(`There is no ${selector} to drag.`);
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(centre.x, centre.y);
  await page.mouse.down();
  await page.mouse.move(centre.x + 20, centre.y + 20, { steps: 3 });
  const frames = page.evaluate(countFrames, seconds * 1000);
  const start = performance.now();
  while (performance.now() - start < seconds * 1000) {
    const turn = (performance.now() - start) / 200;
    await page.mouse.move(centre.x + 20 + 40 * Math.sin(turn), centre.y + 20 + 40 * Math.cos(turn));
  }
  const times = await frames;
  await page.mouse.up();
  const sorted = times.toSorted((a, b) => a - b);
  const total = times.reduce((sum, time) => sum + time, 0);
  return {
    framesPerSecond: Math.round((times.length * 1000) / total),
    slowFrame: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0),
  };
}

function findMiddle(selector: string): number {
  const centreOf = (element: Element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  };
  const canvas = document.querySelector(".react-flow");
  const middle = canvas === null ? { x: 0, y: 0 } : centreOf(canvas);
  const distances = [...document.querySelectorAll(selector)].map((node) => {
    const { x, y } = centreOf(node);
    return Math.hypot(x - middle.x, y - middle.y);
  });
  return distances.indexOf(Math.min(...distances));
}

/** For the page: milliseconds of each frame that it draws in that time. */
export function countFrames(duration: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const start = performance.now();
    let last = start;
    const tick = (now: number) => {
      times.push(now - last);
      last = now;
      if (now - start < duration) requestAnimationFrame(tick);
      else resolve(times.slice(1));
    };
    requestAnimationFrame(tick);
  });
}
