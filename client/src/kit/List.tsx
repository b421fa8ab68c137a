import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Icon } from './Icon.tsx';
import './list.css';

interface ListProps {
  /** Names the list for those who cannot see where it stands. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** Calm rows, one below another. */
export function List({ label, children }: ListProps) {
  return (
    <ul className="list" {...(label ? { 'aria-label': label } : {})}>
      {children}
    </ul>
  );
}

interface RowProps {
  readonly title: ReactNode;
  readonly details?: ReactNode;
  /** Before the title: a time, a sign. */
  readonly lead?: ReactNode;
  /** At the end of the line: a number, a state. */
  readonly trail?: ReactNode;
  /** What can be done with it here, without leaving the list. */
  readonly actions?: ReactNode;
  /** Opens when the row is tapped. */
  readonly to?: string;
  /** New since the reader looked. */
  readonly fresh?: boolean;
}

export function Row({ title, details, lead, trail, actions, to, fresh }: RowProps) {
  return (
    <li className={fresh ? 'row row-fresh' : 'row'}>
      {lead && <div className="row-lead">{lead}</div>}
      <div className="row-words">
        <div className="row-title">
          {to ? (
            <Link to={to} className="row-link">
              {title}
            </Link>
          ) : (
            title
          )}
        </div>
        {details && <div className="row-details">{details}</div>}
      </div>
      {trail && <div className="row-trail">{trail}</div>}
      {actions && <div className="row-actions no-print">{actions}</div>}
      {to && !actions && (
        <span className="row-next no-print">
          <Icon name="next" size={16} />
        </span>
      )}
    </li>
  );
}
