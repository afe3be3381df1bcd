import { useSyncExternalStore } from "react";

/** Milliseconds after which the rest of the app is fetched: what a person opens first is there by then, and mostly a first answer. */
const afterFirstLook = 12_000;

/**
 * Has the browser keep every part of the app, so that it opens without a network. Only what is built is kept; where a browser
 * has no such store, or a part cannot be had, the app works as before and does not say that it works offline.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const keep = () => void navigator.serviceWorker.register("./offline.js").catch(() => undefined);
  setTimeout(keep, afterFirstLook);
}

/** Whether all of the app is kept: the worker serves pages only once it has everything. */
export function useWorksOffline(): boolean {
  return useSyncExternalStore(watch, worksOffline);
}

function worksOffline(): boolean {
  // Where the page is not secure, there is no such thing.
  return "serviceWorker" in navigator && navigator.serviceWorker.controller !== null;
}

function watch(listener: () => void): () => void {
  if (!("serviceWorker" in navigator)) return () => undefined;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener("controllerchange", listener);
  return () => serviceWorker.removeEventListener("controllerchange", listener);
}
