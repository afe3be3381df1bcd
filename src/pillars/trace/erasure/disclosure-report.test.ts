import { expect, test } from "vitest";
import { fromUtf8 } from "../bytes.ts";
import { ledgerLines } from "../ledger-entries.ts";
import { readEvents } from "../read.ts";
import { appendAll, refundTurn, runOrigin, startRun, workspace } from "../run.fixture.ts";
import { bundleOf, options } from "../verify/bundle.fixture.ts";
import { verifyBundle } from "../verify/verify-bundle.ts";
import { disclosureCsv, disclosureJson, disclosureReport } from "./disclosure-report.ts";
import { eraseValues } from "./erase-values.ts";
import { withoutKinds } from "./withholding.ts";

async function recorded() {
  const run = await startRun();
  await appendAll(run.journal, refundTurn());
  await run.close();
  const { size = 0 } = (await run.store.head(runOrigin)) ?? {};
  const read = async () =>
    readEvents(runOrigin, await run.store.lines(runOrigin, 0, size), await run.store.disclosures(runOrigin, 0, size));
  const why = { reason: "=the person asked", actorRef: "workspace" };
  await eraseValues(run.ledger, runOrigin, await read(), [{ seq: 2, field: "content" }], why);
  await run.ledger.record([
    { type: "export", run: runOrigin, size, manifest: "m" },
    { type: "export", run: `${workspace}/run/other`, size, manifest: "m" },
    { type: "redact", run: `${workspace}/run/other`, seq: 1, field: "speaker", digest: "d", reason: "", actorRef: "" },
  ]);
  const withhold = withoutKinds(["people"]);
  const ledger = await Array.fromAsync(ledgerLines(run.store));
  return {
    run,
    withhold,
    report: disclosureReport({ origin: runOrigin, events: await read(), ledger, made: 0, withhold }),
  };
}

test("every recorded value is shown, withheld or erased, and the bundle of the same copy agrees", async () => {
  const { run, withhold, report } = await recorded();
  const { totals, rows } = report;
  expect(totals).toMatchObject({ withheld: 3, erased: 1 });
  expect(rows.flatMap(({ steps }) => steps)).toHaveLength(totals.shown + totals.withheld + totals.erased);
  const checked = await verifyBundle(await bundleOf(run, { withhold }), options);
  expect(checked).toMatchObject({ verdict: "VERIFIED", erased: totals.erased, withheld: totals.withheld });
});

test("an erasure is told with its reason, who and when, and a person's steps are theirs", async () => {
  const { rows, copiesOut } = (await recorded()).report;
  const erased = rows.filter(({ state }) => state === "erased");
  expect(erased).toEqual([
    {
      content: "words",
      kind: "message",
      field: "content",
      person: "u1",
      state: "erased",
      steps: [2],
      erasure: { reason: "=the person asked", by: "workspace", time: expect.any(Number) },
    },
  ]);
  expect(erased[0]?.erasure?.time).toBeGreaterThan(1_800_000_000_000);
  const decision = rows.find(({ kind, field }) => kind === "approval.decision" && field === "comment");
  expect(decision).toMatchObject({ content: "people", person: "s1", state: "withheld", steps: [10] });
  expect(rows.find(({ kind }) => kind === "llm.request")).toMatchObject({ content: "house", person: "" });
  expect(copiesOut).toHaveLength(1);
});

test("the report holds no value, as a table or as JSON, and no cell that a spreadsheet would run", async () => {
  const { report } = await recorded();
  const table = fromUtf8(disclosureCsv(report));
  const json = disclosureJson(report);
  for (const text of [table, json])
    for (const secret of ["Ada Lovelace", "Grace", "Refunded"]) expect(text).not.toContain(secret);
  expect(table.split("\r\n")[0]).toBe(
    '"state","content","kind","value","person","count","steps","reason","erased_by","erased_at"',
  );
  expect(table).toContain('"erased","words","message","content","u1","1","2","\'=the person asked","workspace","2027-');
  expect(JSON.parse(json)).toMatchObject({
    origin: runOrigin,
    made: "1970-01-01T00:00:00.000Z",
    totals: report.totals,
    values: expect.arrayContaining([
      expect.objectContaining({ state: "erased", count: 1, reason: "=the person asked" }),
    ]),
  });
});
