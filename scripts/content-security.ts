import type { PluginOption } from "vite";

/**
 * What the app's pages may do. No inline script and no `eval`; `wasm-unsafe-eval` is for the sandbox and the policy engine.
 * `connect-src` is open because people bring their own models: the egress function decides which hosts are reached.
 */
const appPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
  "worker-src 'self' blob:",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** The sandbox page names its own script by hash in its meta policy; the header adds the opaque origin, even when opened directly. */
const sandboxPolicy = "sandbox allow-scripts; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** Ships the policy twice: in the built page, which any static host serves, and as a header of `vite preview`. */
export function contentSecurity(): PluginOption {
  return {
    name: "content-security",
    apply: (_config, { command, isPreview }) => command === "build" || isPreview === true,
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: appPolicy },
        injectTo: "head-prepend",
      },
    ],
    configurePreviewServer(server) {
      server.middlewares.use((request, response, next) => {
        const isSandbox = request.url?.replace(/[?#].*$/, "") === "/sandbox.html";
        const policy = isSandbox ? sandboxPolicy : `${appPolicy}; frame-ancestors 'none'`;
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        next();
      });
    },
  };
}
