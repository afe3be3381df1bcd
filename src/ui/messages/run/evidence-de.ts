import { namedCode } from "#pillars/trace";
import { germanSentences } from "#pillars/trace/german";
import type { evidence as english } from "./evidence-en.ts";

/** What is said where evidence is sealed and saved, in German. */
export const evidence: typeof english = {
  clockBack: (step, seconds) =>
    ` Bei Schritt ${step} ging die Uhr dieses Geräts um ${seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`} zurück; die Schritte bleiben in der Reihenfolge, in der sie geschahen.`,
  fault: ({ codes, message }) => {
    const code = namedCode(codes);
    return code === undefined ? message : germanSentences[code];
  },
  erasedValues: (n) =>
    ` Seither ${n === 1 ? "wurde 1 Wert" : `wurden ${n.toLocaleString("de")} Werte`} gelöscht, was im Hauptbuch steht.`,
  exported: (file) => `${file} gespeichert.`,
  notExported: "Der Nachweis ließ sich nicht schreiben.",
  otherFormats: "Für andere Programme",
  formats: {
    csv: "Tabelle der Schritte (CSV)",
    "otlp-json": "OpenTelemetry (OTLP JSON)",
    otlp: "OpenTelemetry (OTLP Protobuf)",
  },
};
