import type { PanelWords } from "./en.ts";

const doubtFrom = {
  title: "Im Zweifel ab",
  description: "Wie verdächtig ein Text sein muss, damit gefragt wird: 0 ist gar nicht, 1 ist gewiss.",
};

const doubtTo = { title: "Im Zweifel bis", description: "Ab hier entscheiden die Prüfungen oben allein." };

const kinds = {
  card: "Kartennummer",
  "card-code": "Sicherheitscode",
  iban: "IBAN",
  "bank-account": "Kontonummer",
  "national-id": "amtliche Nummer",
  passport: "Passnummer",
  "driving-licence": "Führerschein",
  "customer-number": "Kunden- oder Personalnummer",
  email: "E-Mail-Adresse",
  phone: "Telefonnummer",
  ip: "Netzwerkadresse",
  mac: "Geräteadresse",
  "crypto-address": "Wallet-Adresse",
  coordinates: "Position",
  "birth-date": "Geburtsdatum",
  address: "Postanschrift",
  name: "Name",
};

/** How the settings are called, by their place. */
export const fields: PanelWords["fields"] = {
  injection: { title: "Untergeschobene Befehle" },
  "injection.documents": {
    title: "In Dokumenten und Ergebnissen",
    description: "Nur die Sätze mit Befehlen entfernen oder den ganzen Text zurückhalten.",
    labels: { "remove-sentence": "Nur die Sätze entfernen", withhold: "Den ganzen Text zurückhalten" },
  },
  personalData: { title: "Persönliche Daten" },
  "personalData.inputKinds": {
    title: "Vor dem Modell verborgen",
    description: "Das Modell liest einen Platzhalter. Wer den Wert angegeben hat, sieht ihn weiterhin.",
    labels: kinds,
  },
  "personalData.outputKinds": {
    title: "Aus Antworten entfernt",
    description: "E-Mail, Telefon oder Netzwerkadresse, die der Mensch selbst nannte, bleiben lesbar.",
    labels: kinds,
  },
  "personalData.customKinds": {
    title: "Eigene Arten",
    description:
      "Werte, die nur Sie kennen, etwa Patientennummern. Das Modell liest sie nicht, Antworten zeigen sie nicht.",
  },
  "personalData.customKinds.each.name": {
    title: "Name",
    description: "Was der Platzhalter sagt: projektname.",
  },
  "personalData.customKinds.each.words": {
    title: "Wörter und Wendungen",
    description: "Eines je Zeile. Ein Stern steht für beliebige Buchstaben.",
  },
  "personalData.customKinds.each.pattern": {
    title: "Muster",
    description: "Ein regulärer Ausdruck, wo eine Liste nicht reicht: P-\\d{6}.",
  },
  "personalData.shown": {
    title: "Was von einer Nummer bleibt",
    description: "An den letzten vier Zeichen erkennt ein Mensch, welche Karte oder welches Konto gemeint ist.",
    labels: { nothing: "Nichts", "last-four": "Die letzten vier Zeichen" },
  },
  secrets: { title: "Geheimnisse" },
  promptLeak: { title: "Verratene Anweisungen" },
  "promptLeak.overlapWords": {
    title: "Wörter am Stück",
    description: "Ab so vielen gleichen Wörtern am Stück gilt es als Verrat.",
  },
  "promptLeak.secrets": {
    title: "Was nie hinausdarf",
    description:
      "Codewörter und interne Namen, einer je Zeile. Sie stehen lesbar im Ablauf, Schlüssel und Passwörter gehören nicht hierher.",
  },
  links: { title: "Links und Bilder" },
  "links.allowedHosts": {
    title: "Erlaubte Adressen",
    description: "Links und Bilder dorthin und darunter dürfen in Antworten stehen. Eine je Zeile.",
  },
  "links.foreign": {
    title: "Links zu anderen Adressen",
    description: "Nur die entfernen, die Daten tragen oder Erlaubtes nachahmen, oder alle, die niemand genannt hat.",
    labels: { "carrying-data": "Die mit Daten", all: "Alle, die niemand genannt hat" },
  },
  schema: { title: "Form der Antwort" },
  "schema.schema": {
    title: "JSON-Schema",
    description: "Jede Antwort muss JSON dieser Form sein. Leer: Antworten dürfen jede Form haben.",
  },
  grounding: { title: "Antworten ohne Beleg" },
  "grounding.share": {
    title: "Wie viel belegt sein muss",
    description: "Muss es jede Aussage sein, erscheint die Antwort beim Schreiben, sonst erst vollständig.",
    labels: { all: "Jede Aussage", most: "Vier von fünf Aussagen", half: "Die Hälfte der Aussagen" },
  },
  offensive: { title: "Beleidigendes" },
  "offensive.where": {
    title: "Wo",
    description: "Ob nur der Assistent höflich bleiben muss oder auch der Mensch.",
    labels: { both: "In beidem", input: "In dem, was hereinkommt", output: "In Antworten" },
  },
  topics: { title: "Themen" },
  "topics.list": {
    title: "Themen, die außen vor bleiben",
    description: "Worauf der Assistent nicht eingeht und wovon er nicht spricht.",
    labels: {
      politics: "Politik",
      religion: "Religion",
      medical: "Ärztlicher Rat",
      legal: "Rechtsrat",
      investment: "Geldanlage",
      adult: "Sexuelles",
      violence: "Waffen und Gewalt",
      "self-harm": "Selbstverletzung",
      drugs: "Drogen",
      gambling: "Glücksspiel",
      crime: "Straftaten und Betrug",
    },
  },
  "topics.where": {
    title: "Wo",
    description: "In dem, was hereinkommt, in Antworten oder in beidem.",
    labels: { both: "In beidem", input: "In dem, was hereinkommt", output: "In Antworten" },
  },
  words: { title: "Eigene Wörter" },
  transformer: { title: "Transformer" },
  "transformer.model": { title: "Modell" },
  "transformer.tokenizer": { title: "Tokenizer" },
  "transformer.attack": {
    title: "Antwort, die Angriff heißt",
    description: "Die Stelle dieser Antwort in der Liste des Modells, von 0 an gezählt.",
  },
  "transformer.threshold": {
    title: "Stoppen ab",
    description: "Wie sicher sich das Modell eines Angriffs sein muss: 1 ist gewiss.",
  },
  "transformer.window": {
    title: "Tokens auf einmal",
    description: "Längere Texte werden in Fenstern dieser Größe gelesen. Die Grenze des Modells, meist 512.",
  },
  "transformer.from": doubtFrom,
  "transformer.to": doubtTo,
  "transformer.seconds": { title: "Sekunden für die Antwort", description: "Wer länger braucht, gilt als Stopp." },
  judge: { title: "Urteilendes Modell" },
  "judge.model": {
    title: "Modell",
    description:
      "Ein echtes Modell, am besten ein anderes als das geschützte. Der eingebaute Assistent kann nicht urteilen.",
  },
  "judge.where": {
    title: "Wo",
    description: "Antworten warten dann, bis sie ganz und beurteilt sind.",
    labels: { input: "In dem, was hereinkommt", output: "In Antworten", both: "In beidem" },
  },
  "judge.from": doubtFrom,
  "judge.to": doubtTo,
  "judge.seconds": { title: "Sekunden für die Antwort", description: "Wer länger braucht, gilt als Stopp." },
  "words.list": {
    title: "Wörter und Wendungen",
    description: "Eines je Zeile. Ein Stern steht für beliebige Buchstaben: rückerstatt*.",
  },
  "words.patterns": {
    title: "Muster",
    description: "Reguläre Ausdrücke, wo eine Liste nicht reicht: AB-\\d{4}. Groß und klein gilt als gleich.",
  },
  "words.patterns.each.name": { title: "Name" },
  "words.patterns.each.pattern": { title: "Muster" },
  "words.where": {
    title: "Wo",
    description: "In dem, was hereinkommt, in Antworten oder in beidem.",
    labels: { both: "In beidem", input: "In dem, was hereinkommt", output: "In Antworten" },
  },
};
