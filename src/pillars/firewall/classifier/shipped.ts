/** Written by `npm run train:firewall`. The file lies under `public/`. */
export const shippedModel = {
  file: "models/firewall.bin",
  sha256: "437fb6764c5345a677934d82e01bdafc2cf69ca8740cab250cbd8140f401e0fa",
} as const;
