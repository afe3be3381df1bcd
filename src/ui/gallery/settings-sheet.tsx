import { useState } from "react";
import { AppFrame } from "../app/app-frame.tsx";
import { chooseAndReload, storedLanguage } from "../app/language.ts";
import { SettingsFrame } from "../app/settings-frame.tsx";
import { StopEverything } from "../app/stop-everything.tsx";
import { useTheme } from "../app/theme.ts";
import { useMessages } from "../messages/index.ts";

export function SettingsSheet() {
  const t = useMessages();
  const [theme, setTheme] = useTheme();
  const [isOpen, setOpen] = useState(false);
  return (
    <AppFrame current="settings" waiting={0} onStopEverything={() => setOpen(true)} title={<h1>{t.settings.title}</h1>}>
      <SettingsFrame theme={theme} onTheme={setTheme} language={storedLanguage()} onLanguage={chooseAndReload} />
      <StopEverything isOpen={isOpen} running={2} onConfirm={() => setOpen(false)} onClose={() => setOpen(false)} />
    </AppFrame>
  );
}
