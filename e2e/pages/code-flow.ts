import type { Page } from "@playwright/test";
import { EditorPage } from "./editor-page.ts";

/** Chat input, one Code step, Reply: wired. */
export async function drawCodeFlow(page: Page): Promise<EditorPage> {
  const editor = new EditorPage(page);
  await editor.openEmpty();
  await editor.drag("Chat input", 130, 90);
  await editor.press("Escape");
  await editor.drag("Code", 420, 90);
  await editor.press("Escape");
  await editor.drag("Reply", 740, 90);
  await editor.press("Escape");
  await editor.connect(editor.port("chat-input", "out:message"), editor.port("code", "in:value"));
  await editor.connect(editor.port("code", "out:result"), editor.port("reply", "in:text"));
  return editor;
}
