/** Tools of other systems, reached over the network. */
export { createRemoteTools, toolSecret, type RemoteToolParts } from "./remote-tools.ts";
