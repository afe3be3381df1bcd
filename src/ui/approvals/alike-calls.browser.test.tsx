import { useState } from "react";
import { createRoot } from "react-dom/client";
import type { Root } from "react-dom/client";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { en, MessagesProvider } from "../messages/index.ts";
import { AlikeCalls } from "./alike-calls.tsx";

const calls = ["Ann", "Bo"].map((name) => ({
  id: name,
  sentence: ["Write to ", { bold: name }],
  arguments: [{ name: "to", label: "To", value: name, origin: "outside" as const, source: "text from outside" }],
}));

let root: Root | undefined;
afterEach(() => root?.unmount());

function Choosing({ onChange }: { onChange: (chosen: readonly string[]) => void }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const onChoose = (next: ReadonlySet<string>) => {
    setChosen(next);
    onChange([...next]);
  };
  return <AlikeCalls calls={calls} chosen={chosen} onChoose={onChoose} />;
}

it("chooses none by itself, and each for itself", async () => {
  const seen: (readonly string[])[] = [];
  const host = document.createElement("div");
  document.body.replaceChildren(host);
  root = createRoot(host);
  root.render(
    <MessagesProvider messages={en}>
      <Choosing onChange={(chosen) => seen.push(chosen)} />
    </MessagesProvider>,
  );
  await expect.element(page.getByText("2 more calls like this wait")).toBeVisible();
  const ann = page.getByRole("checkbox", { name: "Decide the same way: Write to Ann" });
  await expect.element(ann).not.toBeChecked();
  await ann.click();
  await page.getByRole("checkbox", { name: "Decide the same way: Write to Bo" }).click();
  await expect.element(page.getByText(/for this call and the 2 ticked, each once/u)).toBeVisible();
  await ann.click();
  expect(seen).toEqual([["Ann"], ["Ann", "Bo"], ["Bo"]]);
});
