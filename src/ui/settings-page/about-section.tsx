import { useEffect, useState } from "react";
import { engineVersion } from "#hosts/workspace";
import { Button, notify } from "#ui/kit";
import { SettingsSection } from "../app/settings-frame.tsx";
import type { SettingsWords } from "../messages/settings/index.ts";

/** What this is, and the key that its evidence is checked with. */
export function AboutSection({ t }: { t: SettingsWords }) {
  const [key, setKey] = useState<string>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    import("../app/open-keys.ts")
      .then(({ readWorkspaceKey }) => readWorkspaceKey())
      .then(setKey, () => setFailed(true));
  }, []);
  const copy = (text: string) =>
    void navigator.clipboard.writeText(text).then(
      () => notify({ text: t.copied, signal: "pass" }),
      () => notify({ text: t.notCopied, signal: "ask" }),
    );
  return (
    <SettingsSection title={t.about}>
      <p>{t.version(engineVersion)}</p>
      <div className="setting">
        <span className="label">{t.workspaceKey}</span>
        <p className="t2 small">{t.workspaceKeyText}</p>
        {hasFailed && <p className="c-stop">{t.keyFailed}</p>}
        {key !== undefined && (
          <>
            <div className="row g8">
              <code className="vkey mono">{key}</code>
              <Button size="sm" icon="copy" label={t.copyKey} onPress={() => copy(key)}>
                {t.copy}
              </Button>
            </div>
            <p className="t2 small">{t.verifyWith}</p>
            <code className="vkey mono">{`gatehouse verify run.gatehouse.zip --trust "${key}"`}</code>
          </>
        )}
      </div>
    </SettingsSection>
  );
}
