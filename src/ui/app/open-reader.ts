export { createRunReader } from "#hosts/browser";
