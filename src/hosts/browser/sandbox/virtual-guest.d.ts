/** Made by scripts/sandbox-guest-plugin.ts from guest-worker.ts. */
declare module "virtual:sandbox-guest" {
  const source: string;
  export default source;
}
