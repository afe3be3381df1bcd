import { useEffect, useState } from "react";
import type { Erasure } from "#hosts/workspace";
import type { Sought } from "#pillars/trace";
import { useHome } from "../app/home-context.tsx";

/** What an erasure would take away; undefined while it is looked for, `unread` where a run could not be read. */
export type Erasures = readonly Erasure[] | "unread" | undefined;

/** Looks for what is sought, in one run where it is named. Without a wish nothing is found. */
export function useErasures(sought: Sought | undefined, runId: string | undefined): Erasures {
  const home = useHome();
  const asked = JSON.stringify([sought, runId]);
  const [found, setFound] = useState<{ readonly asked: string; readonly erasures: Erasures }>();
  useEffect(() => {
    if (sought === undefined) return;
    let isGone = false;
    const show = (erasures: Erasures) => !isGone && setFound({ asked, erasures });
    home
      .house()
      .then(({ house }) => house.workspace.findErasures(sought, runId))
      .then(show, () => show("unread"));
    return () => {
      isGone = true;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- `asked` says both
  }, [home, asked]);
  if (sought === undefined) return [];
  return found?.asked === asked ? found.erasures : undefined;
}
