import { lazy, Suspense } from "react";

/** Fetches an image through the one gate and answers with a `blob:` or `data:` address that may be shown. */
export type LoadImage = (address: string) => Promise<string>;

export type MarkdownProps = {
  children: string;
  /** Without it images are named but cannot be loaded. */
  loadImage?: LoadImage | undefined;
};

const MarkdownView = lazy(async () => ({ default: (await import("./markdown/markdown-view.tsx")).MarkdownView }));

/** Text from a model or a file. Plain until the reader for Markdown has arrived. */
export function Markdown(props: MarkdownProps) {
  return (
    <Suspense fallback={<div className="prose plain">{props.children}</div>}>
      <MarkdownView {...props} />
    </Suspense>
  );
}
