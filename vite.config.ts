import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contentSecurity } from "./scripts/content-security.ts";
import { offlineWorker } from "./scripts/offline-plugin.ts";
import { sandboxEngine } from "./scripts/sandbox-engine-plugin.ts";
import { sandboxGuest } from "./scripts/sandbox-guest-plugin.ts";
import { verifyPagePlugin } from "./scripts/verify-page-plugin.ts";

const local = { host: "127.0.0.1", strictPort: true };

/** The small modules that every drawing needs, the nodes' definitions among them. An index that brings a parser along stays out. */
const drawing = new RegExp(
  [
    "/src/engine/(?:flow/(?:flow|migrations|edit)|value/(?:json|bounds|label|labelled)|run/(?:event-kinds|events|errors))",
    "/src/engine/(?:verify/wires|node/ports)",
    "/src/pillars/(?:autonomy/(?:limits|prices|approval-config|money|leaves|role)|privileges/rule|firewall/policy/policy-shape)",
    "/src/ui/(?:edits/(?:connect|places)|drawing/(?:node-view|card-head|ports|port-kinds|sizes|handles|resolve)|checks/finding-items)",
    "/src/templates/(?:draw|drawn/index|[a-z-]*/(?:drawing|instructions|permission|instalment-plan))",
    "/nodes/[a-z-]*/define",
    "/nodes/(?!approval-gate|condition|template|firewall|http-request)[a-z-]*/index",
  ]
    .map((part) => `${part}\\.ts$`)
    .join("|"),
);

/** What every page stands on. */
const shell = new RegExp(
  [
    "/node_modules/(?:react|react-dom|scheduler|wouter|regexparam|zustand|use-sync-external-store|idb)/",
    "/src/ui/(?:app|messages)/[a-z-]*\\.tsx?$",
    "/src/store/(?:run-locks|storage-full|session-store)\\.ts$",
  ].join("|"),
);

export default defineConfig({
  // Relative, so that the built folder works at any address.
  base: "./",
  cacheDir: ".cache/vite",
  plugins: [react(), contentSecurity(), sandboxEngine(), sandboxGuest(), verifyPagePlugin(), offlineWorker()],
  server: { ...local, port: 5173 },
  preview: { ...local, port: Number(process.env["PORT"] ?? 4173) },
  build: {
    target: "es2023",
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Dozens of small files compress worse than one: parts of the kit that several pages use come together.
      // So do the modules of the drawing and of the shell, which rolldown would cut apart by who else uses them.
      output: {
        codeSplitting: {
          groups: [
            { name: "kit", test: /src\/ui\/kit\/[a-z-]*\.tsx?$/, minShareCount: 3 },
            { name: "drawing", test: drawing },
            { name: "shell", test: shell, minShareCount: 2 },
          ],
        },
      },
      // Our own modules only define things, so what a page does not use is left out of it: the entry alone does something.
      treeshake: { moduleSideEffects: (id) => !/^[^?]*\/(?:src|nodes)\/[^?]*\.tsx?$/.test(id) },
    },
  },
  worker: { format: "es" },
});
