import type { ReactNode } from "react";
import { useMessages } from "../messages/index.ts";
import { AppNav } from "./app-nav.tsx";
import type { AppNavProps } from "./app-nav.tsx";
import { Brand } from "./brand.tsx";

export type AppFrameProps = AppNavProps & {
  /** The left of the top bar: the page, or the way to it. */
  title: ReactNode;
  /** The right of the top bar. */
  actions?: ReactNode;
  /** Pictures instead of names in the navigation, where the page needs the width. */
  isRail?: boolean;
  children: ReactNode;
};

/** Every page but the editor: top bar, navigation, content. */
export function AppFrame({ title, actions, isRail = false, children, ...nav }: AppFrameProps) {
  const t = useMessages();
  return (
    <div className={isRail ? "app with-rail" : "app"}>
      <a className="skip" href="#content" onClick={focusContent}>
        {t.nav.skip}
      </a>
      <header className="top">
        <Brand />
        <div className="top-title">{title}</div>
        <div className="top-actions">{actions}</div>
      </header>
      <div className="body">
        <AppNav {...nav} />
        <main id="content" className="content" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

/** The address belongs to the router, so the skip link moves the focus itself. */
function focusContent(event: { preventDefault: () => void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>("#content")?.focus();
}
