import type { ReactNode } from "react";

export type SectionProps = { title?: ReactNode; trailing?: ReactNode; children: ReactNode };

/** One matter among the settings of a step. */
export function Section({ title, trailing, children }: SectionProps) {
  return (
    <section className="sec">
      {title && (
        <div className="sech">
          <h3>{title}</h3>
          {trailing && <div className="end">{trailing}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
