/** The full Python library of this browser. Nothing is fetched before a person says so. */
export interface PythonLibraryStore {
  /** What would be fetched: the version of Python, from which host, and how many bytes. */
  readonly about: { readonly version: string; readonly host: string; readonly bytes: number };
  isHere(): Promise<boolean>;
  /** Hears how many of its bytes are here. Rejects with an error whose `code`, where it has one, says why. */
  download(onBytes: (bytes: number) => void, signal: AbortSignal): Promise<void>;
  remove(): Promise<void>;
}
