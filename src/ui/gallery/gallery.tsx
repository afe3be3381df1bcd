import type { ComponentType } from "react";
import { useParams } from "wouter";
import { Anatomy } from "./anatomy.tsx";
import { ApprovalsSheet } from "./approvals-sheet.tsx";
import { EditorSheet } from "./editor-sheet.tsx";
import { FormSheet } from "./form-sheet.tsx";
import { LibrarySheet } from "./library-sheet.tsx";
import { LoadSheet } from "./load-sheet.tsx";
import { SettingsSheet } from "./settings-sheet.tsx";
import { TraceSheet } from "./trace-sheet.tsx";
import { UnguardedSheet } from "./unguarded-sheet.tsx";

const sheets: Readonly<Record<string, ComponentType>> = {
  anatomy: Anatomy,
  approvals: ApprovalsSheet,
  editor: EditorSheet,
  form: FormSheet,
  library: LibrarySheet,
  load: LoadSheet,
  settings: SettingsSheet,
  trace: TraceSheet,
  unguarded: UnguardedSheet,
};

/** The living style guide: every state on one sheet, every page with sample data. */
export function Gallery() {
  const { sheet = "anatomy" } = useParams<{ sheet?: string }>();
  const Sheet = Object.hasOwn(sheets, sheet) ? sheets[sheet] : undefined;
  return Sheet ? <Sheet /> : <Anatomy />;
}
