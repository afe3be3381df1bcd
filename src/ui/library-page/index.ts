/** The library at work: templates and the person's own flows, from the database. */
export { LibraryScreen } from "./library-screen.tsx";
