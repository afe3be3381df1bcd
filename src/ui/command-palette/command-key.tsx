import { lazy, Suspense, useEffect, useState } from "react";

const Commands = lazy(async () => ({ default: (await import("./commands-here.tsx")).CommandsHere }));

/** Opens the palette with Ctrl+K or ⌘K from anywhere. What it shows is fetched with the first press. */
export function CommandKey() {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isChord || event.key.toLowerCase() !== "k") return;
      // Browsers put their own search on this chord.
      event.preventDefault();
      setWanted(true);
      setOpen((isShown) => !isShown);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return isWanted ? (
    <Suspense>
      <Commands isOpen={isOpen} onClose={() => setOpen(false)} />
    </Suspense>
  ) : null;
}
