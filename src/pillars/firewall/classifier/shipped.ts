/** Written by `npm run train:firewall`. The file lies under `public/`. */
export const shippedModel = {
  file: "models/firewall.bin",
  sha256: "51fd84f754975ce59f01eaae485ee06ac2fba87a8d15eb33c0647db4bf0daf37",
} as const;
