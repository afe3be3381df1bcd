import type { Fields } from "../localised.ts";

/** How the settings are called, by their place. */
export const fields: Fields = {
  name: { title: "Name", description: "So nennen es Modelle und Regeln: look_up_stock, send_letter." },
  description: { title: "Was es tut", description: "Ein oder zwei Sätze für das Modell." },
  method: { title: "Methode" },
  address: {
    title: "Adresse",
    description: "https://shop.example/stock/{productId}: Argumente in Klammern. Der Host bleibt, wie er hier steht.",
  },
  arguments: {
    title: "Argumente",
    description: "Was ein Aufruf angeben darf. Was die Adresse nicht nennt, kommt in die Abfrage oder in den Inhalt.",
  },
  "arguments.name": { title: "Name" },
  "arguments.type": {
    title: "Art",
    labels: { text: "Text", number: "Zahl", integer: "Ganze Zahl", boolean: "Ja oder nein", list: "Liste von Texten" },
  },
  "arguments.description": { title: "Was es bedeutet" },
  "arguments.required": { title: "Muss angegeben sein" },
  "arguments.choices": { title: "Eines von" },
  "arguments.example": { title: "Beispiel" },
  headers: { title: "Kopfzeilen" },
  "headers.name": { title: "Name" },
  "headers.value": { title: "Wert" },
  phrases: { title: "Was Menschen sagen", description: "Hilft dem eingebauten Assistenten, es zu wählen." },
  answer: { title: "Antwort", labels: { auto: "Wie der Server sagt", json: "JSON", text: "Text" } },
  timeoutSeconds: { title: "Sekunden", description: "Danach wird aufgegeben." },
  maxKilobytes: { title: "Höchstens, in kB", description: "Längere Antworten werden abgelehnt." },
};
