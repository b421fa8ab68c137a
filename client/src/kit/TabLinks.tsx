import { NavLink } from 'react-router';
import './tabs.css';

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}

/** Parts of one thing, each with its own address. Nothing when there is only one part. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  if (tabs.length < 2) return null;
  return (
    <nav aria-label={label} className="tabs no-print">
      <ul>
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink to={tab.to} end className="tab" preventScrollReset replace>
              {tab.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
