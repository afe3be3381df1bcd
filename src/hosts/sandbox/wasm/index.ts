export { i32Bytes, nameBytes, u32Bytes } from "./bytes.ts";
export { hardenModule, heldBy, meterModule } from "./harden.ts";
export { listBytes, readSections, sectionId, writeModule, writeSection } from "./sections.ts";
