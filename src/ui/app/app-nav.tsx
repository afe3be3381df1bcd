import { Badge, Icon } from "#ui/kit";
import type { IconName } from "#ui/kit";
import { askForHelp } from "../help/index.ts";
import { useMessages } from "../messages/index.ts";
import { useWorksOffline } from "../offline/index.ts";

/** The pages that the navigation leads to. */
export type Page = "library" | "approvals" | "traces" | "settings";

export type AppNavProps = {
  current: Page | undefined;
  /** Approvals that wait for this person. */
  waiting: number;
  onStopEverything: () => void;
};

/** The way around: full with names, or a rail of pictures (the frame decides). */
export function AppNav({ current, waiting, onStopEverything }: AppNavProps) {
  const t = useMessages().nav;
  const isKept = useWorksOffline();
  return (
    <nav className="nav" aria-label={t.label}>
      <NavLink page="library" icon="library" name={t.library} current={current} />
      <NavLink page="approvals" icon="inbox" name={t.approvals} current={current} waiting={waiting} />
      <NavLink page="traces" icon="scroll-text" name={t.traces} current={current} />
      <div className="grow" />
      <p className="nav-note">
        <Icon name="hard-drive" />
        <span>{isKept ? `${t.local} ${t.offline}` : t.local}</span>
      </p>
      <button type="button" className="nav-item nav-help" title={t.help} onClick={askForHelp}>
        <Icon name="circle-help" />
        <span>{t.help}</span>
      </button>
      <button type="button" className="nav-item" title={t.stopEverything} onClick={onStopEverything}>
        <Icon name="power" />
        <span>{t.stopEverything}</span>
      </button>
      <NavLink page="settings" icon="settings" name={t.settings} current={current} />
    </nav>
  );
}

type NavLinkProps = { page: Page; icon: IconName; name: string; current: Page | undefined; waiting?: number };

function NavLink({ page, icon, name, current, waiting = 0 }: NavLinkProps) {
  const t = useMessages().nav;
  return (
    <a className="nav-item" href={`#/${page}`} title={name} aria-current={page === current ? "page" : undefined}>
      <Icon name={icon} />
      <span>{name}</span>
      {waiting > 0 && <Badge tone="ask" count={waiting} label={t.waiting(waiting)} />}
    </a>
  );
}
