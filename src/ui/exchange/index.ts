/** Flows as files: out, and in through the trust sheet. Fetched when the first file is saved or opened. */
export { ImportFile } from "./import-file.tsx";
export { ReviewTrust } from "./review-trust.tsx";
export { saveFlowFile } from "./save-flow-file.ts";
export { plainTitle } from "./flow-file.ts";
export { saveFile } from "./save-file.ts";
export { spreadsheetText } from "./spreadsheet-text.ts";
