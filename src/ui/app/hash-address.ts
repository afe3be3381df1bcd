import { useSyncExternalStore } from "react";

/**
 * A page's whole address lies in the hash, its search part too (`#/trace/<run>?step=3`), so that every link can be copied,
 * opened elsewhere, and read back as it was. For wouter's `hook` and `searchHook`.
 */
export function useHashAddress(): [string, typeof navigate] {
  return [useSyncExternalStore(subscribe, pathHere), navigate];
}

export function useHashSearch(): string {
  return useSyncExternalStore(subscribe, searchHere);
}

/** `to`: a path with or without a search part. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  history[replace ? "replaceState" : "pushState"](null, "", `#${to}`);
  dispatchEvent(new HashChangeEvent("hashchange"));
}

function subscribe(changed: () => void): () => void {
  addEventListener("hashchange", changed);
  return () => removeEventListener("hashchange", changed);
}

function pathHere(): string {
  return `/${here()[0]}`;
}

function searchHere(): string {
  return here()[1];
}

function here(): [path: string, search: string] {
  const address = location.hash.replace(/^#?\/?/u, "");
  const mark = address.indexOf("?");
  return mark === -1 ? [address, ""] : [address.slice(0, mark), address.slice(mark + 1)];
}
