/** The files of one build, as the plugin that writes the worker lists them: path below the app, and the SHA-256 as `integrity`. */
export interface KeptFiles {
  /** Tells builds apart. */
  readonly version: string;
  readonly digests: Readonly<Record<string, string>>;
}

/** The app's one page, by which path it is asked for and kept. */
export const page = "./";

/** Where an answer comes from: what never changes under its name from what is kept, all else from the network while there is one. */
export type Way = { readonly path: string; readonly from: "kept" | "network" };

type Asked = Pick<Request, "method" | "mode" | "url">;

/** How a request of the app is answered, or undefined where it is none of the worker's business: another origin, a foreign path. */
export function wayOf({ method, mode, url }: Asked, scope: string, { digests }: KeptFiles): Way | undefined {
  const address = new URL(url);
  const { origin, pathname } = new URL(scope);
  if (method !== "GET" || address.origin !== origin || !address.pathname.startsWith(pathname)) return undefined;
  const path = address.pathname.slice(pathname.length);
  if (mode === "navigate" && (path === "" || path === "index.html")) return { path: page, from: "network" };
  if (!Object.hasOwn(digests, path)) return undefined;
  // The bundler writes a digest of the content into these names.
  return { path, from: path.startsWith("assets/") ? "kept" : "network" };
}
