import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { contentSecurity } from "./scripts/content-security.ts";
import { sandboxGuest } from "./scripts/sandbox-guest-plugin.ts";

const local = { host: "127.0.0.1", strictPort: true };

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
      output: { advancedChunks: { groups: [{ name: "kit", test: /src\/ui\/kit\/[a-z-]*\.tsx?$/, minShareCount: 3 }] } },
      // Our own modules only define things, so what a page does not use is left out of it: the entry alone does something.
      treeshake: { moduleSideEffects: (id) => !/^[^?]*\/(?:src|nodes)\/[^?]*\.tsx?$/.test(id) },
    },
  },
  worker: { format: "es" },
});
