import "./page.css";
import { z } from "zod";
import { startApp } from "./app.ts";
import { ownParts } from "./own-digest.ts";

// The policy of this page forbids what zod would try first.
z.config({ jitless: true });

startApp(document.body, ownParts(document));
