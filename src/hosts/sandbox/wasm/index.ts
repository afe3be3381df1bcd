export { i32Bytes, nameBytes, u32Bytes } from "./bytes.ts";
export { hardenModule, heldBy } from "./harden.ts";
export { listBytes, readSections, sectionId, writeModule, writeSection } from "./sections.ts";
