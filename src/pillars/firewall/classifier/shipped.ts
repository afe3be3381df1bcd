/** Written by `npm run train:firewall`. The file lies under `public/`. */
export const shippedModel = {
  file: "models/firewall.bin",
  sha256: "328986e24557da0359e490563956907189c4ab426f2b63f10529c7543f31fac8",
} as const;
