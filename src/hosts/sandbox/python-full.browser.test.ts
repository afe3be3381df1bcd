import engineUrl from "pyodide/pyodide.asm.wasm?url";
import libraryUrl from "pyodide/python_stdlib.zip?url";
import { afterAll, describe, expect, test } from "vitest";
import { createBrowserCodeRunner } from "#hosts/browser";
import { makeParcel, packParcel } from "#hosts/sandbox/guest/pyodide";
import { testPythonHolds } from "./contract-python.ts";
import { codeRequest } from "./contract.ts";
import { fullPython } from "./python-dialects.fixture.ts";

describe("the full Python library within two walls in a browser", () => {
  let parcel: Promise<Blob> | undefined;
  const runner = createBrowserCodeRunner({ document, pythonLibrary: () => (parcel ??= fetchParcel()) });
  afterAll(() => runner.close());
  testPythonHolds(runner, fullPython);
});

test("without the download the code does not run, and says why", async () => {
  const runner = createBrowserCodeRunner({ document, pythonLibrary: async () => undefined });
  const request = codeRequest("return 1", { language: "python", library: "full" });
  expect(await runner.run(request, new AbortController().signal)).toMatchObject({
    outcome: "denied",
    error: expect.stringContaining("is not downloaded in this browser"),
  });
  await runner.close();
});

async function fetchParcel(): Promise<Blob> {
  const read = async (url: string) => new Uint8Array(await (await fetch(url)).arrayBuffer());
  return new Blob([packParcel(await makeParcel({ engine: await read(engineUrl), library: await read(libraryUrl) }))]);
}
