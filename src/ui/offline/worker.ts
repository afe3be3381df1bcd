import { page, wayOf, type KeptFiles, type Way } from "./way-of.ts";

interface LastingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

interface AskedEvent extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

// What a service worker has beside what every page has.
declare const self: {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  addEventListener(kind: "install" | "activate", listener: (event: LastingEvent) => void): void;
  addEventListener(kind: "fetch", listener: (event: AskedEvent) => void): void;
};

/** Put in when the worker is bundled, after everything else is. */
declare const keptFiles: KeptFiles;

// Once: each mention is replaced by the whole list.
const files = keptFiles;
const prefix = "gatehouse-app-";
const cacheName = `${prefix}${files.version}`;
// Parts fetched at a time. Few: somebody may already be using the app, on two slow cores.
const lanes = 2;
const serverFault = 500;

// A new version waits until no tab has the old one open, whose parts are not at their addresses any more.
self.addEventListener("install", (event) => event.waitUntil(keepAll()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const way = wayOf(event.request, self.registration.scope, files);
  if (way !== undefined) event.respondWith(answer(event.request, way));
});

/** All or nothing: with one part missing the app would break off somewhere without a network. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  const paths = Object.keys(files.digests).values();
  const lane = async () => {
    for (const path of paths) await cache.put(path, await partOf(path));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function partOf(path: string): Promise<Response> {
  const known = path.startsWith("assets/") ? await caches.match(path) : undefined;
  if (known !== undefined) return known;
  const integrity = files.digests[path] ?? "";
  const response = await fetch(path, { cache: "no-cache", priority: "low", integrity });
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}.`);
  return response;
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request, { path, from }: Way): Promise<Response> {
  const cache = await caches.open(cacheName);
  if (from === "kept") return (await cache.match(path)) ?? fetch(request);
  try {
    const response = await fetch(request);
    if (path !== page || response.status < serverFault) return response;
    return (await cache.match(path)) ?? response;
  } catch (fault) {
    const kept = await cache.match(path);
    if (kept === undefined) throw fault;
    return kept;
  }
}
