import { afterAll, describe, expect, test } from "vitest";
import { createNodeCodeRunner } from "#hosts/node";
import { testPythonLanguage } from "./contract-python.ts";
import { codeRequest } from "./contract.ts";
import { publishedFiles } from "./published.fixture.ts";
import { fullPython } from "./python-dialects.fixture.ts";

// On the command line the library is refused: what holds it is tried in a browser, where it runs.
describe("the full Python library in Node", () => {
  const runner = createNodeCodeRunner({ pythonFiles: publishedFiles });
  afterAll(() => runner.close());
  testPythonLanguage(runner, fullPython);
});

test("a copy without the files says so and runs nothing", async () => {
  const runner = createNodeCodeRunner();
  const request = codeRequest("return 1", { language: "python", library: "full" });
  expect(await runner.run(request, new AbortController().signal)).toMatchObject({
    outcome: "denied",
    error: "The full Python library runs in a browser only, so the code did not run.",
  });
  await runner.close();
});
