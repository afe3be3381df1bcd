import { useCallback, useEffect, useRef, useState } from "react";
import type { FirewallPolicy, Inspector } from "#pillars/firewall";
import type { RecordedChats } from "./recorded.ts";
import { retrospect } from "./retrospect.ts";
import type { Retrospect } from "./retrospect.ts";

export type Looking =
  | { readonly kind: "idle" | "failed" }
  | { readonly kind: "working" | "done"; readonly result: Retrospect };

/** Milliseconds of work after which the page gets its turn. */
const slice = 12;
/** Milliseconds without a change of the settings after which past chats are looked at anew. */
const pause = 400;

/** Looks at past chats when asked, and again whenever the settings change, until it is cancelled. */
export function useRetrospect(
  policy: FirewallPolicy | undefined,
  recorded: RecordedChats,
  inspector: () => Promise<Inspector>,
) {
  /** How often somebody asked; nobody does while it is 0. */
  const [wanted, setWanted] = useState(0);
  const [looking, setLooking] = useState<Looking>({ kind: "idle" });
  const delay = useRef(0);
  useEffect(() => {
    if (wanted === 0 || policy === undefined) return;
    let isOver = false;
    const timer = setTimeout(() => {
      void work(policy, recorded, inspector, (next) => {
        if (!isOver) setLooking(next);
        return !isOver;
      });
    }, delay.current);
    delay.current = pause;
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [wanted, policy, recorded, inspector]);
  const start = useCallback(() => {
    delay.current = 0;
    setWanted((before) => before + 1);
  }, []);
  const cancel = useCallback(() => {
    setWanted(0);
    setLooking({ kind: "idle" });
  }, []);
  return { looking, start, cancel };
}

/** `tell` answers whether anybody still wants to know. */
async function work(
  policy: FirewallPolicy,
  recorded: RecordedChats,
  inspector: () => Promise<Inspector>,
  tell: (next: Looking) => boolean,
): Promise<void> {
  try {
    let last: Retrospect | undefined;
    for await (const result of retrospect(await recorded(), policy, await inspector(), breather())) {
      last = result;
      if (!tell({ kind: "working", result })) return;
    }
    if (last !== undefined) tell({ kind: "done", result: last });
  } catch {
    tell({ kind: "failed" });
  }
}

/** Gives the page its turn once a slice of time is used up. */
function breather(): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  };
}
