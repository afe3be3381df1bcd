import type { AdoptionWords } from "./en.ts";

export const de: AdoptionWords = {
  fromFile: "Aus einer Datei",
  banner: "Dieser Code kam mit einer Datei. Lesen Sie ihn, dann übernehmen Sie ihn.",
  until: "Bis dahin läuft er nicht.",
  mayUse: (tools) => `Er liefe in der Sandbox, ohne Netz und ohne Dateien. An Werkzeugen dürfte er ${tools} verwenden.`,
  mayUseNone: "Er liefe in der Sandbox, ohne Netz, ohne Dateien und ohne Werkzeuge.",
  read: "Code lesen",
  title: (step) => `Code von „${step}“`,
  bound: "Das Übernehmen gilt für genau diesen Text. Bringt eine Datei anderen Code, werden Sie wieder gefragt.",
  cancel: "Jetzt nicht",
  adopt: "Diesen Code übernehmen",
  adopted: (step) => `Sie haben den Code von ${step} übernommen. Er darf jetzt laufen.`,
  notStored: "Das ließ sich nicht speichern, deshalb läuft der Code nicht.",
};
