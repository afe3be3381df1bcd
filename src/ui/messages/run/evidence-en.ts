import type { Report } from "#pillars/trace";

/** What is said where evidence is sealed and saved. */
export const evidence = {
  clockBack: (step: number, seconds: number) =>
    ` At step ${step} this device’s clock went back by ${seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`}; the steps stay in the order in which they happened.`,
  /** The fault that the verifier found in a record. */
  fault: ({ message }: Pick<Report, "codes" | "message">) => message,
  erasedValues: (n: number) =>
    ` ${n === 1 ? "1 value was" : `${n.toLocaleString("en")} values were`} erased since, which the ledger records.`,
  exported: (file: string) => `Saved ${file}.`,
  notExported: "The evidence could not be written.",
  otherFormats: "For other tools",
  formats: {
    csv: "Table of steps (CSV)",
    "otlp-json": "OpenTelemetry (OTLP JSON)",
    otlp: "OpenTelemetry (OTLP protobuf)",
  },
};
