import { sha256, utf8 } from "#pillars/trace";
import { pageOf, type PageParts } from "../frame.ts";

/** The style and the script that this page runs, as the browser read them. Only while the script runs for the first time. */
export function ownParts(page: Document): PageParts {
  return { style: page.querySelector("style")?.textContent ?? "", script: page.currentScript?.textContent ?? "" };
}

/** What the file of this page should have, in hex: all that it holds follows from its style and its script. */
export function ownDigest(parts: PageParts): string {
  return hexDigest(utf8(pageOf(parts, (text) => base64(sha256(utf8(text))))));
}

export function hexDigest(bytes: Uint8Array): string {
  return [...sha256(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
