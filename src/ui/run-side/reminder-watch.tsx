import { useEffect, useState } from "react";
import type { Speaker } from "#engine";
import type { WaitingRun } from "#hosts/browser";
import { mayApprove } from "#monitor";
import { notify, withdrawNotice } from "#ui/kit";
import { navigate } from "../app/hash-address.ts";
import { useHome } from "../app/home-context.tsx";
import { profilesOf, useActing } from "./acting.ts";
import { livingApprovers } from "./use-approvers.ts";
import { idOf } from "./use-approvals.ts";
import { pageWords } from "./words.ts";

const everyFewSeconds = 5_000;
/** What this window has said already; the title goes on saying it. */
const said = new Set<string>();

/** Reminds whoever decides here of what waits, on whatever page: a notice once, and a figure in the window's title. */
export function ReminderWatch() {
  const { due, approvers } = useDue();
  const [profile] = useActing(
    profilesOf(
      due.map(({ run }) => run.flow),
      approvers,
    ),
  );
  const mine = due.filter(({ request, events }) => profile !== undefined && mayApprove(request, events, profile));
  useTitleFigure(mine.length);
  useEffect(() => {
    const ids = new Set(mine.map(idOf));
    for (const id of said) if (!ids.has(id)) void withdrawNotice(id);
    for (const each of mine) if (!said.has(idOf(each))) say(each);
  }, [mine]);
  useEffect(
    () => () => {
      for (const id of said) void withdrawNotice(id);
    },
    [],
  );
  return null;
}

interface Due {
  readonly due: readonly WaitingRun[];
  readonly approvers: readonly Speaker[];
}

const nothing: Due = { due: [], approvers: [] };

function useDue(): Due {
  const home = useHome();
  const [due, setDue] = useState(nothing);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const { house } = await home.house();
      const found = { due: await house.remind(), approvers: await livingApprovers(house.approvers) };
      if (!isGone) setDue(found);
    };
    const lookQuietly = () => void look().catch(() => undefined);
    lookQuietly();
    const timer = setInterval(lookQuietly, everyFewSeconds);
    return () => {
      isGone = true;
      clearInterval(timer);
    };
  }, [home]);
  return due;
}

function say(waiting: WaitingRun): void {
  const id = idOf(waiting);
  said.add(id);
  // Whoever is in the inbox has it before their eyes, and a notice would lie over the buttons.
  if (location.hash.startsWith("#/approvals")) return;
  const { waits, open } = pageWords().reminder;
  const address = `/approvals?${new URLSearchParams({ request: id }).toString()}`;
  const text = waits(waiting.request.values.sentence ?? waiting.run.flow.title);
  void notify({ id, text, signal: "ask", action: { label: open, onPress: () => navigate(address) } });
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
