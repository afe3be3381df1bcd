import { afterAll, describe } from "vitest";
import { createBrowserCodeRunner } from "#hosts/browser";
import { testPythonContract } from "./contract-python.ts";

describe("Python within two walls in a browser", () => {
  const runner = createBrowserCodeRunner({ document });
  afterAll(() => runner.close());
  testPythonContract(runner);
});
