export { createModelFiles } from "#hosts/browser";
