import type { ReactNode } from "react";
import { Segmented, Select } from "#ui/kit";
import { languages, useMessages } from "../messages/index.ts";
import type { Language } from "../messages/index.ts";
import { themes } from "./theme.ts";
import type { Theme } from "./theme.ts";

export type SettingsFrameProps = {
  theme: Theme;
  onTheme: (theme: Theme) => void;
  language: Language;
  onLanguage: (language: Language) => void;
  /** Further sections, as models and keys. */
  children?: ReactNode;
};

/** The settings page: how it looks, then what each part adds. */
export function SettingsFrame({ theme, onTheme, language, onLanguage, children }: SettingsFrameProps) {
  const t = useMessages().settings;
  const choose = (id: string) => {
    const found = languages.find((entry) => entry.id === id);
    if (found) onLanguage(found.id);
  };
  return (
    <div className="settings">
      <SettingsSection title={t.appearance}>
        <div className="setting">
          <span className="label">{t.theme}</span>
          <Segmented
            label={t.theme}
            value={theme}
            onChange={onTheme}
            options={themes.map((value) => ({ value, label: t.themes[value], icon: themeIcons[value] }))}
          />
        </div>
        <div className="setting">
          <Select
            label={t.language}
            icon="languages"
            value={language}
            onChange={choose}
            options={languages.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
      </SettingsSection>
      {children}
    </div>
  );
}

const themeIcons = { light: "sun", dark: "moon", system: "monitor" } as const;

/** A titled block of settings. */
export function SettingsSection({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <section className="cardx settings-section">
      <h2>{title}</h2>
      {hint && <p className="t2">{hint}</p>}
      {children}
    </section>
  );
}
