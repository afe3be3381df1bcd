import { useEffect } from "react";
import type { Command } from "./commands.ts";

type Offer = () => readonly Command[];

/** One page is open at a time. */
let offer: Offer | undefined;

/** Puts the commands of the open page into the palette. `make` is asked each time the palette opens. */
export function useOfferedCommands(make: Offer): void {
  useEffect(() => {
    offer = make;
    return () => {
      if (offer === make) offer = undefined;
    };
  }, [make]);
}

export function offeredCommands(): readonly Command[] {
  return offer?.() ?? [];
}
