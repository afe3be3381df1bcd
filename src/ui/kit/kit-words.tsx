import { createContext, use } from "react";
import type { ReactNode } from "react";

/** The few words the kit says by itself; the catalogue of each language has them. */
export type KitWords = {
  close: string;
  link: { opens: (host: string) => string; leave: string; check: string; open: string };
  image: { held: (host: string) => string; load: (host: string) => string; failed: string };
  form: {
    addItem: (name: string) => string;
    removeItem: (position: number) => string;
    item: (position: number) => string;
    noItems: string;
    unknownWidget: string;
    notANumber: string;
  };
  table: {
    label: string;
    rows: (all: number) => string;
    firstRows: (shown: number, all: number) => string;
    firstColumns: (shown: number, all: number) => string;
  };
  range: { alone: string; person: string; never: string; aloneUpTo: string; personUpTo: string };
};

const KitWordsContext = createContext<KitWords | undefined>(undefined);

/** Gives the kit its words; the app sets it once beside its own catalogue. */
export function KitWordsProvider({ words, children }: { words: KitWords; children: ReactNode }) {
  return <KitWordsContext value={words}>{children}</KitWordsContext>;
}

export function useKitWords(): KitWords {
  const words = use(KitWordsContext);
  if (!words) throw new Error("The kit needs a KitWordsProvider above it.");
  return words;
}
