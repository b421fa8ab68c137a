import { type ReactNode, useId } from 'react';
import './section.css';

interface SectionProps {
  readonly title: string;
  /** The end of an address that leads here: `notices` of `/settings#notices`. */
  readonly anchor?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** What is drawn after the page was opened is too late for the browser to go there by itself. */
function showIfAsked(section: HTMLElement | null): void {
  if (section && window.location.hash === `#${section.id}`) section.scrollIntoView();
}

/** A named part of a page. */
export function Section({ title, anchor, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="section" {...(anchor ? { id: anchor, ref: showIfAsked } : {})}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
        {actions && <div className="actions no-print">{actions}</div>}
      </div>
      {children}
    </section>
  );
}
