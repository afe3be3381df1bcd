export { loadPyodideEngine, type PyodideParts } from "./engine.ts";
export { makeParcel, packParcel, unpackParcel } from "./parcel.ts";
export { published, readPublished, type PublishedFile, type PublishedFiles } from "./published.ts";
