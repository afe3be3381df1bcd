import { useEffect, useMemo, useState } from "react";
import { useStore } from "zustand";
import type { Flow } from "#engine";
import { Button, Checkbox, Chip, Sheet, Tile } from "#ui/kit";
import { storedLanguage } from "../app/language.ts";
import { useHome } from "../app/home-context.tsx";
import { exchangeWords } from "../messages/exchange/index.ts";
import type { ExchangeWords } from "../messages/exchange/index.ts";
import { useMessages } from "../messages/index.ts";
import { trustItems, trustKinds } from "./trust-items.ts";
import type { TrustItem } from "./trust-items.ts";

export type TrustSheetProps = {
  flow: Flow;
  /** What was allowed before. */
  allowed: readonly string[];
  /** Words on the deciding button. */
  action: "openFlow" | "save";
  onDecide: (allowed: readonly string[], isAll: boolean) => void;
  onClose: () => void;
};

/** What a flow from elsewhere wants, to be read and allowed one by one. Nothing is allowed from the start. */
export function TrustSheet({ flow, allowed, action, onDecide, onClose }: TrustSheetProps) {
  const language = storedLanguage();
  const t = exchangeWords(language);
  const { common } = useMessages();
  const { connections, loadConnections } = useHome();
  const known = useStore(connections);
  useEffect(() => {
    // Without them the sheet says that the models are not connected, which is then true of what would be sent.
    loadConnections().catch(() => undefined);
  }, [loadConnections]);
  const items = useMemo(() => trustItems(flow, known, t, language), [flow, known, t, language]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(allowed));
  const given = items.filter(({ key }) => chosen.has(key)).map(({ key }) => key);
  const toggle = (key: string, isAllowed: boolean) => {
    const next = new Set(chosen);
    if (isAllowed) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const footer = (
    <>
      {items.length > 0 && <span className="t2 num grow">{t.allowed(given.length, items.length)}</span>}
      <Button onPress={onClose}>{common.cancel}</Button>
      <Button variant="primary" onPress={() => onDecide(given, given.length === items.length)}>
        {t[action]}
      </Button>
    </>
  );
  return (
    <Sheet title={t.trustTitle(flow.title)} isOpen onClose={onClose} footer={footer}>
      <div className="trust">
        <Chip origin="outside">{t.fromFile}</Chip>
        <p className="t2">{items.length === 0 ? t.wantsNothing : t.trustText}</p>
        {trustKinds.map((kind) => (
          <TrustGroup
            key={kind}
            title={t.groups[kind]}
            items={items.filter((item) => item.kind === kind)}
            {...{ chosen, toggle, t }}
          />
        ))}
      </div>
    </Sheet>
  );
}

type TrustGroupProps = {
  title: string;
  items: readonly TrustItem[];
  chosen: ReadonlySet<string>;
  toggle: (key: string, isAllowed: boolean) => void;
  t: ExchangeWords;
};

function TrustGroup({ title, items, chosen, toggle, t }: TrustGroupProps) {
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.key} className="trust-item">
            <Tile icon={item.icon} tone={item.tone} />
            <div className="grow">
              <p className="w5 wrap-anywhere">{item.title}</p>
              {item.lines.map((line) => (
                <p key={line} className="t2 small wrap-anywhere">
                  {line}
                </p>
              ))}
              {item.code !== undefined && (
                <details>
                  <summary>{t.showCode}</summary>
                  {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls has to be reachable by keyboard */}
                  <pre className="mono" tabIndex={0} aria-label={t.runsCode(item.title)}>
                    {item.code}
                  </pre>
                </details>
              )}
            </div>
            <Checkbox
              label={t.allow}
              name={t.allowWant(item.title)}
              checked={chosen.has(item.key)}
              onChange={(isAllowed) => toggle(item.key, isAllowed)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
