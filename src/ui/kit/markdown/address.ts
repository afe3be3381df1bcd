const allowed: ReadonlySet<string> = new Set(["https:", "http:", "mailto:"]);

/** The address a link really goes to, or nothing where it may not be opened (scripts, data, relative paths). */
export function openableAddress(href: string | undefined): URL | undefined {
  const url = href === undefined ? null : URL.parse(href);
  return url && allowed.has(url.protocol) && url.username === "" && url.password === "" ? url : undefined;
}

/** What to call the place an address leads to. */
export function placeOf(url: URL): string {
  return url.host || url.pathname;
}
