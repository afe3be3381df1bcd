export { loadMicroPythonEngine } from "./engine.ts";
export { hardenMicroPython } from "./harden.ts";
