export { conductRun } from "./conduct.ts";
export { createWallSupply, type Wall, type WallSupply } from "./wall.ts";
