import { useEffect, useState } from "react";
import { Button, notify } from "#ui/kit";
import { SettingsSection } from "../app/settings-frame.tsx";
import { storedLanguage } from "../app/language.ts";
import type { SettingsWords } from "../messages/settings/index.ts";
import { bytesText } from "./bytes-text.ts";

type Kept = { isPersisted: boolean; usage: number | undefined; quota: number | undefined };

/** How safe what is stored is from the browser's own tidying, and how much there is. */
export function StorageSection({ t }: { t: SettingsWords }) {
  const [kept, setKept] = useState<Kept>();
  useEffect(() => {
    void readKept().then(setKept);
  }, []);
  const persist = () => {
    void navigator.storage.persist().then(async (isPersisted) => {
      if (!isPersisted) await notify({ text: t.persistRefused, signal: "ask" });
      setKept(await readKept());
    });
  };
  const language = storedLanguage();
  return (
    <SettingsSection title={t.storage} hint={t.storageText}>
      {kept && (
        <div className="row g12">
          <div className="grow">
            <p>{kept.isPersisted ? t.persisted : t.evictable}</p>
            <p className="t2 small num">
              {kept.usage === undefined || kept.quota === undefined
                ? t.unknownUsage
                : t.usage(bytesText(kept.usage, language), bytesText(kept.quota, language))}
            </p>
          </div>
          {!kept.isPersisted && <Button onPress={persist}>{t.askPersist}</Button>}
        </div>
      )}
    </SettingsSection>
  );
}

async function readKept(): Promise<Kept> {
  const [isPersisted, { usage, quota }] = await Promise.all([
    navigator.storage.persisted(),
    navigator.storage.estimate(),
  ]);
  return { isPersisted, usage, quota };
}
