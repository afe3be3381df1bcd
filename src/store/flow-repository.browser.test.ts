import { emptyFlow } from "#engine";
import { expect, test } from "vitest";
import { openDrawings } from "./drawings.ts";
import { createFlowRepository } from "./flow-repository.ts";
test("flows are listed newest edit first and keep their restore points", async () => {
  const drawings = openDrawings(`drawings-${crypto.randomUUID()}`);
  const flows = createFlowRepository(drawings);
  await flows.save(emptyFlow("a", "A"), 1);
  await flows.save(emptyFlow("b", "B"), 2);
  await flows.save(emptyFlow("a", "A2"), 3);
  await flows.addVersion(emptyFlow("a", "A1"), { reason: "named", label: "Before" }, 2);
  const listed = await new Promise<readonly string[]>((resolve) => {
    const stop = flows.watch((rows) => {
      resolve(rows.map((row) => row.flow.title));
      queueMicrotask(() => stop());
    });
  });
  expect(listed).toEqual(["A2", "B"]);
  expect((await flows.get("a"))?.createdAt).toBe(1);
  expect((await flows.versions("a")).map((version) => version.label)).toEqual(["Before"]);
});

test("a version that is the same is not kept twice without a name, and what nobody named makes room for itself only", async () => {
  const flows = createFlowRepository(openDrawings(`drawings-${crypto.randomUUID()}`));
  const opened = { reason: "opened", label: "" } as const;
  await flows.addVersion(emptyFlow("a", "A"), { reason: "named", label: "First" }, 1);
  await flows.addVersion(emptyFlow("a", "A"), opened, 2);
  expect(await flows.versions("a")).toHaveLength(1);
  // A clock that was set back puts nothing behind the newest, and overwrites nothing.
  await flows.addVersion(emptyFlow("a", "B"), opened, 1);
  expect((await flows.versions("a")).map(({ flow }) => flow.title)).toEqual(["B", "A"]);
  for (let edit = 0; edit < 40; edit += 1) await flows.addVersion(emptyFlow("a", `edit ${edit}`), opened, 10 + edit);
  const kept = await flows.versions("a");
  expect(kept.filter(({ reason }) => reason === "opened")).toHaveLength(30);
  expect(kept[0]?.flow.title).toBe("edit 39");
  expect(kept.at(-1)?.label).toBe("First");
});

test("a version that was deleted is put back in its place", async () => {
  const flows = createFlowRepository(openDrawings(`drawings-${crypto.randomUUID()}`));
  for (const label of ["one", "two", "three"])
    await flows.addVersion(emptyFlow("a", label), { reason: "named", label }, 5);
  const before = await flows.versions("a");
  const [, middle] = before;
  if (middle === undefined) throw new Error("Three were kept.");
  await flows.removeVersion(middle);
  expect((await flows.versions("a")).map(({ label }) => label)).toEqual(["three", "one"]);
  await flows.restoreVersion(middle);
  expect(await flows.versions("a")).toEqual(before);
});
