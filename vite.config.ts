import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contentSecurity } from "./scripts/content-security.ts";
import { sandboxGuest } from "./scripts/sandbox-guest-plugin.ts";

const local = { host: "127.0.0.1", strictPort: true };

const drawing = new RegExp(
  [
    "engine/(?:flow/(?:flow|migrations|edit)|value/(?:json|bounds|label|labelled)|run/(?:event-kinds|events|errors))",
    "engine/(?:verify/wires|node/ports)",
    "pillars/(?:autonomy/(?:limits|prices|approval-config|money|leaves|role)|privileges/rule)",
    "ui/(?:edits/(?:connect|places)|drawing/(?:node-view|card-head|ports|port-kinds|sizes|handles|resolve)|checks/finding-items)",
    "templates/(?:draw|drawn/index|[a-z-]*/(?:drawing|instructions|permission|instalment-plan))",
  ]
    .map((part) => `/src/${part}\\.ts$`)
    .join("|"),
);

export default defineConfig({
  // Relative, so that the built folder works at any address.
  base: "./",
  cacheDir: ".cache/vite",
  plugins: [react(), contentSecurity(), sandboxGuest()],
  server: { ...local, port: 5173 },
  preview: { ...local, port: Number(process.env["PORT"] ?? 4173) },
  build: {
    target: "es2023",
    manifest: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Dozens of small files compress worse than one: parts of the kit that several pages use come together.
      // So do the small modules that every drawing needs, which rolldown would cut apart by who else uses them.
      output: {
        advancedChunks: {
          groups: [
            { name: "kit", test: /src\/ui\/kit\/[a-z-]*\.tsx?$/, minShareCount: 3 },
            { name: "drawing", test: drawing },
          ],
        },
      },
      // Our own modules only define things, so what a page does not use is left out of it: the entry alone does something.
      treeshake: { moduleSideEffects: (id) => !/^[^?]*\/(?:src|nodes)\/[^?]*\.tsx?$/.test(id) },
    },
  },
  worker: { format: "es" },
});
