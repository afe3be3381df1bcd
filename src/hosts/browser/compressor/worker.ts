export type CompressorQuestion =
  | { readonly kind: "part"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" };

/** `taken`: there is room for one more part. */
export type CompressorAnswer =
  | { readonly kind: "taken" | "failed" }
  | { readonly kind: "packed"; readonly bytes: Uint8Array<ArrayBuffer> };

/** The browser's compressor works in the thread that feeds it: here it holds up nobody. */
const packing = new CompressionStream("gzip");
const writer = packing.writable.getWriter();

const answer = (message: CompressorAnswer, transfer: Transferable[] = []) => self.postMessage(message, { transfer });
const failed = () => answer({ kind: "failed" });

void new Response(packing.readable)
  .arrayBuffer()
  .then((packed) => answer({ kind: "packed", bytes: new Uint8Array(packed) }, [packed]))
  .catch(failed);

self.addEventListener("message", ({ data }: MessageEvent<CompressorQuestion>) => {
  if (data.kind === "end") void writer.close().catch(failed);
  else void writer.write(data.bytes).then(() => answer({ kind: "taken" }), failed);
});
