import { registry } from "#nodes";
import { createTrustRepository, openDatabases, openDrawings } from "#store";
import { templates } from "#templates";
import { afterAll, expect, test } from "vitest";
import { wantsOf } from "../workspace/index.ts";
import { openHouse } from "./house.ts";
import { createBrowserApprovers } from "./approver-book.ts";
import { createBrowserKeyRing } from "./key-ring.ts";
import { createBrowserParts } from "./parts.ts";
import { createBrowserPorts } from "./ports.ts";
import { createVault } from "./vault.ts";

const name = `trust-${crypto.randomUUID()}`;
const databases = openDatabases(name);
const drawings = openDrawings(`${name}-drawings`);
const trust = createTrustRepository(drawings);
const [template] = templates;
if (template === undefined) throw new Error("There is no template.");
const imported = { ...template.flow, id: "imported" };

afterAll(async () => {
  databases.close();
  await drawings.close();
  for (const suffix of ["", "-keys", "-vault", "-drawings"]) indexedDB.deleteDatabase(name + suffix);
});

async function house() {
  const vault = createVault(`${name}-vault`);
  const ports = await createBrowserPorts({ databases, connections: () => [], vault, document });
  return openHouse(
    createBrowserParts(
      databases,
      trust,
      createBrowserKeyRing(`${name}-keys`),
      ports,
      createBrowserApprovers(`${name}-approvers`),
    ),
    registry,
  );
}

test("a flow from a file starts only when all it wants was allowed, and goes on only while it is", async () => {
  const opened = await house();
  await trust.write(imported.id, { allowed: [] });
  const refused = await opened.start(imported);
  expect(refused.ok ? "" : refused.sentence).toMatch(/came from a file/);
  expect(await databases.strict.shelf.count()).toBe(0);

  await trust.write(imported.id, { allowed: wantsOf(imported, registry).map(({ key }) => key) });
  const started = await opened.start(imported);
  if (!started.ok) throw new Error(started.sentence);
  opened.release(started.session.runId);
  await trust.write(imported.id, { allowed: [] });
  expect((await opened.open(started.session.runId)).ok).toBe(false);
});

test("a record that cannot be read allows nothing, and a copy is no freer than the original", async () => {
  const opened = await house();
  await (await drawings.database()).put("trust", { flowId: imported.id, record: { allowed: "everything" } });
  expect((await opened.start(imported)).ok).toBe(false);
  await trust.copy(imported.id, "copied");
  expect((await opened.start({ ...imported, id: "copied" })).ok).toBe(false);
  expect((await opened.start({ ...imported, id: "made-here" })).ok).toBe(true);
});
