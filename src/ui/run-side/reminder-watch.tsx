import { useEffect, useState } from "react";
import type { WaitingRun } from "#hosts/browser";
import { notify } from "#ui/kit";
import { useHome } from "../app/home-context.tsx";
import { profilesOf, useActing } from "./acting.ts";
import { mayDecide } from "./deciding.tsx";
import { pageWords } from "./words.ts";

const everySeconds = 5_000;
/** What this window has said already; the title goes on saying it. */
const said = new Set<string>();

/** Reminds whoever decides here of what waits, on whatever page: a notice once, and a figure in the window's title. */
export function ReminderWatch() {
  const home = useHome();
  const [due, setDue] = useState<readonly WaitingRun[]>([]);
  const [profile] = useActing(
    profilesOf(
      due.map(({ run }) => run.flow),
      [],
    ),
  );
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const { house } = await home.house();
      const found = await house.remind();
      if (!isGone) setDue(found);
    };
    const lookQuietly = () => void look().catch(() => undefined);
    lookQuietly();
    const timer = setInterval(lookQuietly, everySeconds);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [home]);
  const mine = due.filter(({ request }) => profile !== undefined && mayDecide(request, profile));
  useTitleFigure(mine.length);
  useEffect(() => {
    const words = pageWords().reminder;
    for (const { run, request } of mine) {
      const id = `${run.runId} ${request.key}`;
      if (said.has(id)) continue;
      said.add(id);
      const open = { label: words.open, onPress: () => void (location.hash = "#/approvals") };
      void notify({ text: words.waits(request.values.sentence ?? run.flow.title), signal: "ask", action: open });
    }
  }, [mine]);
  return null;
}

function useTitleFigure(count: number): void {
  useEffect(() => {
    const plain = document.title;
    if (count > 0) document.title = `(${count}) ${plain}`;
    return () => {
      document.title = plain;
    };
  }, [count]);
}
