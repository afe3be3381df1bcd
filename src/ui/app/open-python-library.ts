export { pythonLibrary } from "#hosts/browser";
