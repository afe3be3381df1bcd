import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { foundDe } from "./findings-de.ts";

const root = join(import.meta.dirname, "../../../..");
const files = [
  "src/engine/verify/guards.ts",
  "src/engine/verify/order.ts",
  "src/engine/verify/wires.ts",
  "src/engine/verify/verify.ts",
  "src/ui/edits/connect.ts",
  "src/pillars/privileges/flow/policy-findings.ts",
];

/** Every sentence that a finding is put together from, with something in place of what is filled in. */
function written(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return [...text.matchAll(/"([A-Z][^"]*[^":])"|`([^`]+)`/gu)]
    .map(([, plain, built]) => plain ?? built ?? "")
    .map((each) =>
      each
        .replaceAll(/\$\{named\([^)]*\)\}/gu, "rule 2 of Permission")
        .replaceAll(/\$\{is[A-Z]\w* \? "([^"]*)" : "[^"]*"\}/gu, "$1")
        .replaceAll(/\$\{(?:[a-z]+\.)?at \+ 1\}|\$\{count\}|\$\{socket\.max\}/gu, "1")
        .replaceAll(/\$\{[^}]+\}/gu, "Refund"),
    )
    .filter((each) => each.includes(" ") && /^(?:\p{Lu})/u.test(each) && !/Refund: Refund|^The settings$/u.test(each));
}

test("every finding that the checks can make has its German, repairs too", () => {
  const sentences = files.flatMap(written);
  expect(sentences.length).toBeGreaterThan(35);
  expect(sentences.filter((sentence) => foundDe(sentence) === sentence)).toEqual([]);
});

test("names stay as they are, and what is not known stays as it was", () => {
  expect(foundDe("Code is never reached")).toBe("Code wird nie erreicht");
  expect(foundDe("Support agent has no firewall")).toBe("Support agent hat keine Firewall");
  expect(foundDe("Add a approval gate")).toBe("Eine Freigabe hinzufügen");
  expect(foundDe("Choose a column first.")).toBe("Choose a column first.");
});
