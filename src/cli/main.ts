import { dispatch } from "./dispatch.ts";
import { openShell } from "./shell.ts";

process.exitCode = await dispatch(process.argv.slice(2), openShell());
