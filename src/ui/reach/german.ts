import { anyone } from "#pillars/autonomy";
import type { ReachPhrases } from "#pillars/privileges";

const times = (count: number) => (count === 1 ? "einmal" : count === 2 ? "zweimal" : `${count}-mal`);

/** The words of a row in German. */
export const german: ReachPhrases = {
  anyone: "alle",
  never: "nie",
  notNeeded: "nicht nötig",
  always: "immer",
  upTo: (amount) => `bis ${amount}`,
  value: (value) => `„${value}“`,
  otherValue: "jeder andere Wert",
  often: (count, per) => `${times(count)} je ${per === "turn" ? "Nachricht" : "Gespräch"}`,
  ownRecord: "nur der eigene Datensatz",
  sameTarget: "nur dorthin zurück, woher es kam",
  ownWords: "nur wenn Wer, Was und Wie viel aus den eigenen Worten der Person kommen",
  asAsked: "soweit die Person darum gebeten hat",
  decides: (roles) => `es entscheidet ${roles.map((role) => (role === anyone ? "ein Mensch" : role)).join(" oder ")}`,
  or: "oder",
};
