import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { serveClassifier } from "#hosts/transformer/guest";

// Entry of the worker that holds a model in Node.
const port = parentPort;
if (port)
  serveClassifier(
    { post: (answer) => port.postMessage(answer), listen: (listener) => void port.on("message", listener) },
    async () => readFile(createRequire(import.meta.url).resolve("onnxruntime-web/ort-wasm-simd-threaded.wasm")),
  );
