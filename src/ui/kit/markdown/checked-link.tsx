import { useRef, useState } from "react";
import type { ReactNode } from "react";
import { useKitWords } from "../kit-words.tsx";
import { Icon } from "../icon.tsx";
import { Popover } from "../popover.tsx";
import { openableAddress, placeOf } from "./address.ts";

/** A link from text we did not write: it shows where it goes and opens only after a second, knowing click. */
export function CheckedLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const t = useKitWords().link;
  const anchor = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const url = openableAddress(href);
  if (!url) return <span>{children}</span>;
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="link"
        title={t.opens(placeOf(url))}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <Popover label={t.leave} isOpen={isOpen} onClose={() => setOpen(false)} anchor={anchor}>
        <h3>{t.leave}</h3>
        <p className="t2">{t.check}</p>
        <p className="mono wrap-anywhere">{url.href}</p>
        <a className="btn" href={url.href} target="_blank" rel="noopener noreferrer" onClick={() => setOpen(false)}>
          <Icon name="external-link" />
          {t.open}
        </a>
      </Popover>
    </>
  );
}
