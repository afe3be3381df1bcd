import { afterAll, describe } from "vitest";
import { createNodeCodeRunner } from "#hosts/node";
import { testPythonContract } from "./contract-python.ts";

describe("Python within two walls in Node", () => {
  const runner = createNodeCodeRunner();
  afterAll(() => runner.close());
  testPythonContract(runner);
});
