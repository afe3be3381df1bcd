import { expect, test } from "vitest";
import { readTable } from "./index.ts";

const [tool] = readTable.toolsFor({});

test("takes words of strangers for outside text, in any row", () => {
  expect(tool?.resultOrigins["rows.memo"]).toBe("outside");
  expect(tool?.resultOrigins["rows.amount"]).toBe("system");
});

test("offers the payroll too: what may be read is the permission's matter", () => {
  expect(JSON.stringify(tool?.inputSchema)).toContain("payroll");
});
