import type { Plugin } from "vite";
import { verifyPage } from "#verify-page";

const fileName = "verify.html";

/** Ships the page that checks bundles beside the app, which puts it into each bundle that it exports. */
export function verifyPagePlugin(): Plugin {
  return {
    name: "verify-page",
    async buildStart() {
      if (this.environment.mode === "build") this.emitFile({ type: "asset", fileName, source: await verifyPage() });
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url?.replace(/[?#].*$/, "") !== `/${fileName}`) return next();
        response.setHeader("Content-Type", "text/html; charset=utf-8");
        verifyPage().then((bytes) => response.end(bytes), next);
      });
    },
  };
}
