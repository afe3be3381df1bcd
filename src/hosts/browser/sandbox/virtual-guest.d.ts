/** Made by scripts/sandbox-guest-plugin.ts from the file of that name in guests/. */
declare module "virtual:sandbox-guest/*" {
  const source: string;
  export default source;
}

/** Made by scripts/sandbox-engine-plugin.ts. */
declare module "virtual:sandbox-engine/*" {
  const url: string;
  export default url;
}
