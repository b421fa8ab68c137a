import type { ReactNode } from 'react';
import './empty.css';

interface EmptyProps {
  readonly title: string;
  /** What to do first. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing here, said calmly. */
export function Empty({ title, children, action }: EmptyProps) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children && <p className="quiet">{children}</p>}
      {action && <div className="actions">{action}</div>}
    </div>
  );
}
