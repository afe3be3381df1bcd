import { lazy, Suspense, useSyncExternalStore } from "react";
import type { Signal } from "./words.ts";

export type Notice = {
  /** One sentence. */
  text: string;
  signal?: Signal;
  /** By which it can be withdrawn. */
  id?: string;
  action?: { label: string; onPress: () => void };
};

const Toaster = lazy(async () => ({ default: (await import("./overlay/toaster.tsx")).Toaster }));

// The host is mounted with the first notice; until then its code is not fetched.
let isWanted = false;
const listeners = new Set<() => void>();

/** Where notices appear. One per window, near the root. */
export function ToastHost() {
  const shown = useSyncExternalStore(subscribe, () => isWanted);
  return shown ? (
    <Suspense>
      <Toaster />
    </Suspense>
  ) : null;
}

/** Says something that needs no answer. */
export async function notify(notice: Notice): Promise<void> {
  isWanted = true;
  for (const listener of listeners) listener();
  const { showToast } = await import("./overlay/toaster.tsx");
  showToast(notice);
}

/** Takes back what is no longer so. */
export async function withdrawNotice(id: string): Promise<void> {
  if (isWanted) (await import("./overlay/toaster.tsx")).hideToast(id);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
