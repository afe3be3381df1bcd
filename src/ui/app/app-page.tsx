import { AppFrame } from "./app-frame.tsx";
import type { AppFrameProps } from "./app-frame.tsx";
import { useHome } from "./home-context.tsx";
import { useStopEverything } from "./use-stop-everything.tsx";
import { useWatched } from "./use-watched.ts";

export type AppPageProps = Omit<AppFrameProps, "waiting" | "onStopEverything">;

/** A page in its frame, with what every page knows: how many approvals wait, and the emergency stop. */
export function AppPage(props: AppPageProps) {
  const { shelf } = useHome();
  const waiting = useWatched(shelf.watchWaiting) ?? 0;
  const { ask, question } = useStopEverything();
  return (
    <>
      <AppFrame {...props} waiting={waiting} onStopEverything={ask} />
      {question}
    </>
  );
}
