import { useCallback, useEffect, useState } from "react";
import type { RunEvent, Speaker } from "#engine";
import type { WaitingRun } from "#hosts/browser";
import type { ShelvedRun } from "#store";
import { useHome } from "../app/home-context.tsx";
import type { OpenedHouse } from "../app/open-house.ts";
import { livingApprovers } from "./use-approvers.ts";

export interface ReadRun {
  readonly run: ShelvedRun;
  readonly events: readonly RunEvent[];
}

export interface Inbox {
  readonly waiting: readonly WaitingRun[];
  /** Runs in which something may have been decided lately. */
  readonly recent: readonly ReadRun[];
  /** People who have a key here. */
  readonly approvers: readonly Speaker[];
}

const day = 86_400_000;
/** Decisions of today can stand in runs that were begun some days ago; older ones are in Traces. */
const recentDays = 7;
const everyFewSeconds = 5_000;

/** What waits for a person, over all flows and tabs; undefined while it is being read. */
export function useInbox(): { inbox: Inbox | undefined; opened: OpenedHouse | undefined; refresh: () => void } {
  const home = useHome();
  const [opened, setOpened] = useState<OpenedHouse>();
  const [inbox, setInbox] = useState<Inbox>();
  const read = useCallback(
    async (from: OpenedHouse) => setInbox(await readInbox(from, await home.shelf.list())),
    [home],
  );
  useEffect(() => {
    let stop: (() => void) | undefined;
    let isGone = false;
    void home.house().then((house) => {
      if (isGone) return;
      setOpened(house);
      void read(house);
      const forget = house.house.onChange(() => void read(house));
      const timer = setInterval(
        () => void expire(house).then((isChanged) => (isChanged ? read(house) : undefined)),
        everyFewSeconds,
      );
      stop = () => {
        forget();
        clearInterval(timer);
      };
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [home, read]);
  const refresh = useCallback(() => void (opened && read(opened)), [opened, read]);
  return { inbox, opened, refresh };
}

async function readInbox({ house }: OpenedHouse, runs: readonly ShelvedRun[]): Promise<Inbox> {
  const from = Date.now() - recentDays * day;
  const [waiting, recent] = await Promise.all([
    house.waiting(),
    Promise.all(
      runs
        .filter(({ createdAt }) => createdAt >= from)
        .map(async (run) => ({
          run,
          // A run that does not verify is shown as broken in Traces; nothing in it can be called decided.
          events: house.session(run.runId)?.events() ?? (await house.workspace.read(run.runId).catch(() => [])),
        })),
    ),
  ]);
  return { waiting, recent, approvers: await livingApprovers(house.approvers) };
}

/** Records silence as denial in the runs that this tab has open, and lets them go on. */
async function expire({ house }: OpenedHouse): Promise<boolean> {
  const over = (await house.waiting()).filter(({ request }) => request.attrs.expiresAt < Date.now());
  let isChanged = false;
  for (const { run } of over) {
    const session = house.session(run.runId);
    if (session === undefined || !(await session.expire())) continue;
    isChanged = true;
    for await (const _ of session.resume());
  }
  return isChanged;
}
