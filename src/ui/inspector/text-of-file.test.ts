import { expect, test } from "vitest";
import { textOfFile } from "./text-of-file.ts";

test("reads UTF-8, and what an office program writes", async () => {
  expect(await textOfFile(new Blob(["\uFEFFGröße;1\n"]), 100)).toBe("Größe;1\n");
  const windows = Uint8Array.of(0x47, 0x72, 0xf6, 0xdf, 0x65, 0x3b, 0x80);
  expect(await textOfFile(new Blob([windows]), 100)).toBe("Größe;€");
});

test("refuses what is too long or no text", async () => {
  expect(await textOfFile(new Blob(["x".repeat(11)]), 10)).toEqual({ problem: "long" });
  expect(await textOfFile(new Blob(["x".repeat(41)]), 10)).toEqual({ problem: "long" });
  expect(await textOfFile(new Blob(["PK\0\0"]), 100)).toEqual({ problem: "binary" });
});
