import { useSyncExternalStore } from "react";

export const themes = ["light", "dark", "system"] as const;
/** What a person chose; `system` follows the device. */
export type Theme = (typeof themes)[number];

/** Also read by public/theme.js, which sets the first paint. */
const storageKey = "gatehouse.theme";
const listeners = new Set<() => void>();

/** The chosen theme and a way to choose another. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, chosenTheme), chooseTheme];
}

/** Keeps the page in step with the device and with other tabs. Call once at the start. */
export function followTheme(): void {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", apply);
  addEventListener("storage", (event) => event.key === storageKey && apply());
  apply();
}

function chosenTheme(): Theme {
  const stored = readStorage();
  return themes.find((theme) => theme === stored) ?? "system";
}

function chooseTheme(theme: Theme) {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be full or refused; the choice then lasts as long as the page.
    override = theme;
  }
  apply();
}

let override: Theme | undefined;

function readStorage(): string | null {
  try {
    return override ?? localStorage.getItem(storageKey);
  } catch {
    return override ?? null;
  }
}

function apply() {
  const theme = chosenTheme();
  const isDark = theme === "dark" || (theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
