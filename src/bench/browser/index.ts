/** A real Chromium and a page for it, for benchmarks that measure in one. */
export { launchBrowser } from "./launch.ts";
export { buildPage, serveFiles, type FileServer } from "./served-files.ts";
