import engineUrl from "pyodide/pyodide.asm.wasm?url";
import libraryUrl from "pyodide/python_stdlib.zip?url";
import { openDB } from "idb";
import { afterEach, expect, test, vi } from "vitest";
import { published } from "#hosts/sandbox/guest/pyodide";
import { createPythonLibrary } from "./python-library.ts";

const name = "python-library-test";
const own = window.fetch.bind(window);

/** The host's two files, from here. */
function serve(): string[] {
  const asked: string[] = [];
  vi.stubGlobal("fetch", (input: URL | string, init?: RequestInit) => {
    const url = String(input);
    if (!url.startsWith(published.address)) return own(input, init);
    asked.push(url.slice(published.address.length));
    return own(url.endsWith(published.engine.file) ? engineUrl : libraryUrl);
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test("it is fetched once, checked again when it is read, and gone when it is removed", async () => {
  const asked = serve();
  const library = createPythonLibrary(name);
  await library.remove();
  expect([await library.isHere(), await library.parcel()]).toEqual([false, undefined]);

  const seen: number[] = [];
  const signal = new AbortController().signal;
  await library.download((bytes) => seen.push(bytes), signal);
  await library.download(() => undefined, signal);
  expect(asked).toEqual([published.engine.file, published.library.file]);
  expect([seen.at(-1), await library.isHere()]).toEqual([library.about.bytes, true]);
  const parcel = await library.parcel();
  expect(parcel?.size).toBeGreaterThan(library.about.bytes);
  // A second one of the same page is the same bytes, not made anew.
  expect(await library.parcel()).toBe(parcel);

  const stored = await openDB(name);
  await stored.put("files", new Blob(["not the library"]), published.library.sha256);
  stored.close();
  expect(await createPythonLibrary(name).parcel()).toBeUndefined();

  await library.remove();
  expect([await library.isHere(), await library.parcel()]).toEqual([false, undefined]);
});
