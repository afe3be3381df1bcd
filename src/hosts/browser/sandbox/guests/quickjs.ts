import { loadQuickJsEngine } from "#hosts/sandbox/guest/quickjs";
import { serveGuest } from "../serve-guest.ts";

serveGuest(loadQuickJsEngine);
