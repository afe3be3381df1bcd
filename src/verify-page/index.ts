/** The page that each exported bundle carries, made from its sources: for the build of the app and for the command line. */
export { verifyPage } from "./kept-page.ts";
