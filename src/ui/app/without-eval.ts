import { z } from "zod";

/** zod compiles its parsers with `new Function` where it can; the page's policy forbids that, and even the attempt is a violation. */
z.config({ jitless: true });
