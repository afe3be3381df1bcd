import { afterAll, describe } from "vitest";
import { createBrowserCodeRunner } from "#hosts/browser";
import { testPythonHolds } from "./contract-python.ts";
import { smallPython } from "./python-dialects.fixture.ts";

// What code means is the engine's, the same bytes on every host, and is tried in Node.
describe("Python within two walls in a browser", () => {
  const runner = createBrowserCodeRunner({ document });
  afterAll(() => runner.close());
  testPythonHolds(runner, smallPython);
});
