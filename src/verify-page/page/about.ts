import type { Manifest } from "#pillars/trace";
import { el } from "./dom.ts";
import type { Words } from "./messages/index.ts";

export function limitsView(t: Words): HTMLElement {
  return el(
    "section",
    { class: "card", "aria-labelledby": "limits" },
    el("h2", { id: "limits" }, t.limits),
    el("ul", { class: "plain" }, ...t.limitsText.map((text) => el("li", {}, text))),
  );
}

/** What the page says of itself, and how that is checked by somebody else than the page. */
export function ownView(
  t: Words,
  digest: string,
  files: Manifest["files"] | undefined,
  dropped: { readonly name: string; readonly digest: string } | undefined,
): HTMLElement {
  const listed = files?.find(({ path }) => path === "verify.html")?.sha256;
  const relation =
    files === undefined
      ? undefined
      : listed === undefined
        ? t.ownNone
        : listed === digest
          ? t.ownListed
          : t.ownOther(listed);
  return el(
    "section",
    { class: "card", "aria-labelledby": "own" },
    el("h2", { id: "own" }, t.own),
    el("p", { class: "quiet" }, t.ownText),
    el("p", { class: "code", id: "own-digest" }, digest),
    relation !== undefined && el("p", {}, relation),
    dropped && el("p", {}, t.pageDropped(dropped.name, dropped.digest)),
    el("p", { class: "code quiet" }, t.ownHow),
  );
}
