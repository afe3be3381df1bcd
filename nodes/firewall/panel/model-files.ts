/** Where the files of models are kept on this device, each under its SHA-256. */
export interface ModelFiles {
  has(sha256: string): Promise<boolean>;
  /** Keeps a file that a person chose, and says its SHA-256. */
  keep(file: Blob): Promise<string>;
  /** Fetches a file once a person has agreed to it. With a digest, only that file is kept. Rejects with one sentence. */
  fetch(address: string, sha256: string): Promise<string>;
}

/** A file as the firewall's settings name it. */
export interface NamedFile {
  readonly sha256: string;
  readonly url: string;
}
