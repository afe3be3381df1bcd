import type { Said } from "./said.ts";

const plain = (n: number) => n.toLocaleString("de");
const count = (n: number, one: string, many: string) => `${plain(n)} ${n === 1 ? one : many}`;
const dollars = (micros: number) => (micros / 1_000_000).toLocaleString("de", { maximumFractionDigits: 6 });

/** Which limit was reached, from its name and its numbers; the recorded sentence adds what they do not say. */
export const limitSaid: Said["limit"] = (hit, sentence) => {
  const where = /for this run[.,]/u.test(sentence) ? "für diesen Lauf" : "für diese Nachricht";
  const tool = /used (.+) [\d,]+ times?, which|same call to (.+) [\d,]+ times?, so/su.exec(sentence);
  const name = tool?.[1] ?? tool?.[2] ?? "ein Werkzeug";
  const { limit, max, maxMicros = max * 1_000_000 } = hit;
  switch (limit) {
    case "steps":
      return `Der Agent hat ${where} alle ${count(max, "Schritt", "Schritte")} verbraucht, die er hat.`;
    case "toolCalls":
      return `Der Agent hat ${where} alle ${count(max, "Werkzeugaufruf", "Werkzeugaufrufe")} verbraucht, die er hat.`;
    case "toolCallsPerTool":
      return `Der Agent hat „${name}“ ${plain(max)}-mal verwendet; mehr darf er ${where} nicht.`;
    case "inputTokens":
      return `Der Agent hat ${where} so viel gelesen, wie er darf: ${plain(max)} Token.`;
    case "outputTokens":
      return `Der Agent hat ${where} so viel geschrieben, wie er darf: ${plain(max)} Token.`;
    case "dollars":
      return sentence.startsWith("The price")
        ? "Der Preis dieses Modells steht nicht in der Tabelle, daher lassen sich seine Kosten nicht begrenzen."
        : `Die Modelle haben mehr gekostet als die ${dollars(maxMicros)} US-Dollar, die sie ${where} dürfen.`;
    case "seconds":
      return `Der Agent hat ${where} so lange gearbeitet, wie er darf: ${count(max, "Sekunde", "Sekunden")}.`;
    case "depth":
      return `Agenten und Abläufe dürfen einander ${count(max, "Ebene", "Ebenen")} tief aufrufen, und dieser Aufruf ginge tiefer.`;
    case "repeats":
      return `Der Agent hat denselben Aufruf von „${name}“ ${plain(max + 1)}-mal verlangt und wird daher als Schleife angehalten.`;
    default:
      return daySaid(hit, sentence);
  }
};

function daySaid({ limit, max, maxMicros = max * 1_000_000 }: Parameters<Said["limit"]>[0], sentence: string) {
  if (limit === "chatsPerDay")
    return `Dieser Ablauf darf ${count(max, "Gespräch", "Gespräche")} am Tag haben, und die von heute haben begonnen. Das nächste kann ab 00:00 UTC beginnen.`;
  if (sentence.startsWith("The price"))
    return "Der Preis dieses Modells steht nicht in der Tabelle, daher lassen sich seine Kosten am Tag nicht begrenzen.";
  const most = {
    dollarsPerDay: `${dollars(maxMicros)} US-Dollar kosten`,
    toolCallsPerDay: `${count(max, "Werkzeugaufruf", "Werkzeugaufrufe")} verwenden`,
    tokensPerDay: `${plain(max)} Token verwenden`,
  };
  const may = Object.entries(most).find(([name]) => name === limit)?.[1];
  if (may === undefined) return undefined;
  const rest = sentence.includes("held by another call")
    ? "was für heute übrig ist, hält ein anderer Aufruf. Versuchen Sie es wieder, wenn er beendet ist."
    : "was für heute übrig ist, reicht nicht. Weiter geht es ab 00:00 UTC.";
  return `Alle Gespräche dieses Ablaufs zusammen dürfen am Tag ${may}, und ${rest}`;
}
