import type { ReactNode } from "react";

export type CrumbsProps = {
  /** Where it lies, with the address of that page. */
  parent: { name: string; href: string };
  name: string;
  children?: ReactNode;
};

/** Where you are: the page above, and this. */
export function Crumbs({ parent, name, children }: CrumbsProps) {
  return (
    <div className="crumbs">
      <a href={parent.href}>{parent.name}</a>
      <span aria-hidden="true">/</span>
      <h1>{name}</h1>
      {children}
    </div>
  );
}
