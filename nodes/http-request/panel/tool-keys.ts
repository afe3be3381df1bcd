/** The keys of tools on this device, and the public key with which a tool checks what this device has signed. */
export interface ToolKeys {
  /** Where the key of this name for this host is kept; undefined when there is none. */
  kept(name: string, origin: string): Promise<"device" | "tab" | undefined>;
  keep(name: string, origin: string, value: string, where: "device" | "tab"): Promise<void>;
  remove(name: string, origin: string): Promise<void>;
  /** Hands a file with the public key to the person. */
  savePublicKey(file: string): Promise<void>;
}
