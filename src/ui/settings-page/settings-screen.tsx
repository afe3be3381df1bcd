import { AppPage } from "../app/app-page.tsx";
import { chooseAndReload, storedLanguage } from "../app/language.ts";
import { SettingsFrame } from "../app/settings-frame.tsx";
import { useTheme } from "../app/theme.ts";
import { settingsWords } from "../messages/settings/index.ts";
import { useMessages } from "../messages/index.ts";
import { AboutSection } from "./about-section.tsx";
import { ApproversSection } from "./approvers-section.tsx";
import { ModelsSection } from "./models-section.tsx";
import { StorageSection } from "./storage-section.tsx";

/** Everything that a person sets once. */
export function SettingsScreen() {
  const { settings } = useMessages();
  const [theme, setTheme] = useTheme();
  const language = storedLanguage();
  const t = settingsWords(language);
  return (
    <AppPage current="settings" title={<h1>{settings.title}</h1>}>
      <SettingsFrame theme={theme} onTheme={setTheme} language={language} onLanguage={chooseAndReload}>
        <ModelsSection t={t} />
        <ApproversSection t={t} />
        <StorageSection t={t} />
        <AboutSection t={t} />
      </SettingsFrame>
    </AppPage>
  );
}
