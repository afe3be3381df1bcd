import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { en, MessagesProvider } from "../messages/index.ts";
import { SealBanner, type SealBannerProps } from "./seal-banner.tsx";

let root: Root | undefined;
afterEach(() => root?.unmount());

function show(props: Omit<SealBannerProps, "seal">): void {
  const host = document.createElement("div");
  document.body.replaceChildren(host);
  root = createRoot(host);
  root.render(
    <MessagesProvider messages={en}>
      <SealBanner seal={{ kind: "open", steps: 9, detail: "" }} {...props} />
    </MessagesProvider>,
  );
}

it("tells how far a long check has come, and ends it when asked", async () => {
  let cancelled = 0;
  show({ isVerifying: true, onVerify: () => undefined, long: { share: 0.4, onCancel: () => (cancelled += 1) } });
  await expect.element(page.getByRole("progressbar", { name: "Verifying" })).toHaveAttribute("value", "0.4");
  await page.getByRole("button", { name: "Cancel" }).click();
  expect(cancelled).toBe(1);
});

it("only waits for a short one", async () => {
  show({ isVerifying: true, onVerify: () => undefined });
  await expect.element(page.getByRole("button", { name: "Verifying" })).toBeDisabled();
  expect(page.getByRole("progressbar").elements()).toEqual([]);
});
