import { lazy, Suspense, useEffect, useState } from "react";
import { onHelpAsked } from "../help/index.ts";

const Help = lazy(async () => ({ default: (await import("../help/help-dialog.tsx")).HelpDialog }));
const Commands = lazy(async () => ({ default: (await import("./commands-here.tsx")).CommandsHere }));

/** Opens the palette with Ctrl+K or ⌘K from anywhere, and the help with a question mark. What they show is fetched with the first press. */
export function CommandKey() {
  const [isOpen, setOpen] = useState(false);
  const [isWanted, setWanted] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => onHelpAsked(() => setHelpOpen(true)), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "?" && !event.ctrlKey && !event.metaKey && !isTaken(event)) return setHelpOpen(true);
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
  return (
    <Suspense>
      {isWanted && <Commands isOpen={isOpen} onClose={() => setOpen(false)} />}
      {isHelpOpen && <Help onClose={() => setHelpOpen(false)} />}
    </Suspense>
  );
}

/** A question mark is written there, or another dialog is open. */
function isTaken({ target }: KeyboardEvent): boolean {
  const isField =
    target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
  return isField || document.querySelector("[role=dialog], [role=alertdialog]") !== null;
}
