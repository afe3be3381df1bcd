import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { makeParcel, packParcel, unpackParcel } from "./parcel.ts";
import { readPublished } from "./published.ts";

test("every wall starts from the same: an image holds nothing of the moment, and a parcel gives back what was put in", async () => {
  const { resolve } = createRequire(import.meta.url);
  const files = await readPublished(async ({ file }) => new Uint8Array(await readFile(resolve(`pyodide/${file}`))));
  const [one, other] = [await makeParcel(files), await makeParcel(files)];
  const digest = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
  expect(digest(one.image.bytes)).toBe(digest(other.image.bytes));
  const unpacked = unpackParcel(packParcel(one));
  expect(digest(unpacked.engine)).toBe(digest(one.engine));
  expect(digest(unpacked.library)).toBe(digest(files.library));
  expect({ ...unpacked.image, bytes: digest(unpacked.image.bytes) }).toEqual({
    ...one.image,
    bytes: digest(one.image.bytes),
  });
});
