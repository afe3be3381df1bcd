import { firewallPolicy, inspect } from "#pillars/firewall";
import type { Finding, GuardId, InspectInput, Sensitivity } from "#pillars/firewall";
import type { MeasuredFigures } from "#pillars/firewall/measured";
import { businessSources } from "./families.ts";
import { kindOf } from "./rows.ts";
import type { CaseKind, FirewallCase } from "./rows.ts";

const sensitivities: readonly Sensitivity[] = ["low", "normal", "high"];

/** Which labelled texts a guard is there to catch. What is learned is measured where it is trained. */
const targets: readonly { readonly guard: GuardId; readonly kind: CaseKind }[] = [
  { guard: "personalData", kind: "pii" },
  { guard: "secrets", kind: "secret" },
];

type Tally = Map<string, { n: number; found: number }>;

/**
 * What each guard catches and whom it disturbs, by sensitivity: unweighted means over sources, so that no large source
 * decides alone. Ordinary texts are those of the business sources.
 */
export function measureGuards(cases: readonly FirewallCase[]): MeasuredFigures {
  return Object.fromEntries(
    targets.flatMap(({ guard, kind }) => {
      const attacks = cases.filter((row) => kindOf(row.label) === kind && counts(row, kind));
      const ordinary = cases.filter((row) => row.label === "benign" && businessSources.includes(row.source));
      if (attacks.length === 0 || ordinary.length === 0) return [];
      const steps = sensitivities.map((sensitivity) => [
        sensitivity,
        {
          catches: meanFound(attacks, guard, sensitivity),
          disturbs: meanFound(ordinary, guard, sensitivity),
          texts: [attacks.length, ordinary.length] satisfies [number, number],
        },
      ]);
      return [[guard, Object.fromEntries(steps)]];
    }),
  );
}

/** What a guard looks for unless told otherwise, by the names the data give it; names and addresses are a choice. */
const usualTypes: ReadonlySet<string> = new Set([
  "CREDIT_CARD",
  "IBAN_CODE",
  "US_SSN",
  "US_DRIVER_LICENSE",
  "EMAIL_ADDRESS",
  "PHONE_NUMBER",
  "IP_ADDRESS",
]);

function counts(row: FirewallCase, kind: CaseKind): boolean {
  return kind !== "pii" || usualSpans(row).length > 0;
}

function usualSpans({ spans = [] }: FirewallCase) {
  return spans.filter(([type]) => usualTypes.has(type));
}

function meanFound(rows: readonly FirewallCase[], guard: GuardId, sensitivity: Sensitivity): number {
  const policy = firewallPolicy.parse({ guards: { [guard]: { sensitivity } } });
  const tally: Tally = new Map();
  for (const row of rows) {
    const source = tally.get(row.source) ?? { n: 0, found: 0 };
    tally.set(row.source, source);
    source.n += 1;
    const { findings } = inspect({ ...inputOf(row), only: [guard] }, policy);
    if (isFound(row, guard, findings)) source.found += 1;
  }
  const shares = [...tally.values()].map(({ n, found }) => found / n);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  // Four digits are what a sample of this size can carry, and small changes do not rewrite the file.
  return Math.round(mean * 10_000) / 10_000;
}

/** Of personal data everything must be found, not just something. */
function isFound(row: FirewallCase, guard: GuardId, findings: readonly Finding[]): boolean {
  const wanted = guard === "personalData" ? usualSpans(row) : [];
  if (wanted.length === 0) return findings.length > 0;
  return wanted.every(([, start, end]) => findings.some((each) => each.start < end && each.end > start));
}

/** Data and keys are looked for where they would leave. */
function inputOf({ text }: FirewallCase): InspectInput {
  return { text, direction: "output", from: "model" };
}
