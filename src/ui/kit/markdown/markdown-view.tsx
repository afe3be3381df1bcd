import ReactMarkdown from "react-markdown";
import type { Components } from "react-markdown";
import type { MarkdownProps } from "../markdown.tsx";
import { CheckedLink } from "./checked-link.tsx";
import { HeldImage } from "./held-image.tsx";

/** Markdown as React nodes: raw HTML stays text, links ask first, images wait for a click. */
export function MarkdownView({ children, loadImage }: MarkdownProps) {
  const components: Components = {
    a: ({ href, children: text }) => <CheckedLink href={href}>{text}</CheckedLink>,
    img: ({ src, alt }) => <HeldImage src={typeof src === "string" ? src : ""} alt={alt ?? ""} loadImage={loadImage} />,
  };
  return (
    <div className="prose">
      <ReactMarkdown components={components}>{children}</ReactMarkdown>
    </div>
  );
}
