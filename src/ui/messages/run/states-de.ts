import type { states as english } from "./states-en.ts";

/** Wie es um einen Lauf steht, oder wie er ausging. */
export const states: typeof english = {
  waiting: "Wartet auf einen Menschen",
  open: "Offen",
  interrupted: "Unterbrochen",
  done: "Fertig",
  answered: "Beantwortet",
  approved: "Beantwortet mit Freigabe",
  handedOff: "An einen Menschen übergeben",
  blocked: "Von einem Wächter gestoppt",
  denied: "Abgelehnt",
  failed: "Gescheitert",
  stopped: "Gestoppt",
  abandoned: "Verlassen",
  broken: "Beschädigt",
};
