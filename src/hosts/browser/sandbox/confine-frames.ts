const confined = new WeakSet<Document>();

/**
 * From now on the document's frames may show the sandbox's page and nothing else, wherever they are led: the policy of the
 * document that holds a frame applies to each of its navigations. A frame cannot be kept from leaving by a policy of its own, and an
 * address that it goes to can carry data out. The built page says no more than `'self'`, for it knows its address only once it is served. A policy does not look
 * at what follows the question mark, so the app's own server is the one that can still be told something.
 */
export function confineFrames(document: Document, frameUrl: string): void {
  if (confined.has(document)) return;
  confined.add(document);
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  meta.content = `frame-src ${new URL(frameUrl, document.baseURI).href}`;
  document.head.append(meta);
}
