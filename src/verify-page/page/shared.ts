import { el } from "./dom.ts";
import type { Words } from "./messages/index.ts";

export function json(value: unknown): HTMLElement {
  return el("pre", { class: "code", tabindex: "0" }, JSON.stringify(value, undefined, 2));
}

export function moment({ locale }: Words, time: number): string {
  return new Date(time).toLocaleString(locale, { dateStyle: "medium", timeStyle: "medium" });
}

export function clock({ locale }: Words, time: number): string {
  return new Date(time).toLocaleTimeString(locale, { timeStyle: "medium" });
}
