import engine from "onnxruntime-web/ort-wasm-simd-threaded.wasm?url";
import { serveClassifier } from "#hosts/transformer/guest";
import type { Question } from "#hosts/transformer";

serveClassifier(
  {
    post: (answer) => self.postMessage(answer),
    listen: (listener) => self.addEventListener("message", ({ data }: MessageEvent<Question>) => listener(data)),
  },
  async () => {
    const response = await fetch(engine);
    if (!response.ok) throw new Error("The runtime for transformers cannot be loaded.");
    return new Uint8Array(await response.arrayBuffer());
  },
);
