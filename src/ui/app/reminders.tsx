import { lazy, Suspense } from "react";
import { useHome } from "./home-context.tsx";
import { useWatched } from "./use-watched.ts";

// Fetched where something waits, and not with the first page.
const ReminderWatch = lazy(async () => ({ default: (await import("../run-side/reminder-watch.tsx")).ReminderWatch }));

/** Whoever decides here is reminded on whatever page is open. */
export function Reminders() {
  const waiting = useWatched(useHome().shelf.watchWaiting) ?? 0;
  if (waiting === 0) return null;
  return (
    <Suspense>
      <ReminderWatch />
    </Suspense>
  );
}
