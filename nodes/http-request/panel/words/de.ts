import { fields } from "./de-fields.ts";
import type { PanelWords } from "./en.ts";

export const de: PanelWords = {
  fields,
  call: "Der Aufruf",
  does: "Was es tut, wie Gatehouse es liest",
  doesText:
    "Gelesen aus Name, Beschreibung, Methode und Argumenten. Was nicht klar ist, gilt als das Strengere. Was falsch ist, lässt sich ändern: Regeln, Freigaben und Prüfungen richten sich danach.",
  effect: "Wirkung",
  effects: {
    read: "Liest",
    write: "Ändert oder fügt hinzu",
    send: "Schickt jemandem etwas",
    pay: "Bezahlt oder bestellt",
    delete: "Löscht oder storniert",
    admin: "Ändert Rechte oder den Betrieb",
  },
  role: (argument) => `Was ${argument} entscheidet`,
  roles: {
    target: "Wer oder wohin",
    id: "Was genau",
    value: "Wie viel oder wann",
    content: "Text, der weitergeht",
    flag: "Eine Wahl, die nichts entscheidet",
  },
  asRead: (what) => `Wie gelesen: ${what}`,
  guessed: "Unsicher, deshalb das Strengere.",
  corrected: "Von Ihnen gesetzt.",
  reset: "Alles wie gelesen übernehmen",
  changeReset: "Werkzeug wie gelesen übernehmen",
  key: {
    title: "Schlüssel",
    about:
      "Bleibt auf diesem Gerät: nicht im Ablauf, nicht in Protokollen, nicht in Exporten. Er geht an diesen Host und an keinen anderen.",
    use: "Einen Schlüssel senden",
    name: "Name",
    header: "Gesendet als",
    prefix: "Davor steht",
    value: "Schlüssel",
    keep: "Aufbewahren",
    keeps: { device: "Auf diesem Gerät", tab: "Nur in diesem Tab" },
    save: "Schlüssel aufbewahren",
    remove: "Schlüssel entfernen",
    state: {
      none: "Für diesen Host ist noch kein Schlüssel hinterlegt.",
      device: "Ein Schlüssel für diesen Host liegt auf diesem Gerät.",
      tab: "Ein Schlüssel für diesen Host bleibt, bis dieser Tab geschlossen wird.",
      failed: "Der Schlüssel ließ sich nicht aufbewahren.",
    },
    noAddress: "Zuerst die Adresse: Ein Schlüssel gehört zu einem Host.",
  },
  proof: {
    title: "Unterschriebene Erlaubnis",
    use: "Unterschriebene Erlaubnis senden",
    useHint:
      "Damit kann der Dienst prüfen, ob genau dieser Aufruf erlaubt war. Manche lehnen unbekannte Kopfzeilen ab.",
    about:
      "Mit verify-grant.js davor beantwortet das Werkzeug nur Aufrufe, die hier erlaubt wurden, jeden einmal. Dazu braucht es diesen öffentlichen Schlüssel.",
    save: "Öffentlichen Schlüssel speichern",
    script: "verify-grant.js speichern",
    file: "gatehouse-keys.json",
  },
  more: "Mehr",
};
