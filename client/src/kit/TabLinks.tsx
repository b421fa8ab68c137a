import { useEffect, useRef } from 'react';
import { NavLink, useLocation } from 'react-router';
import './tabs.css';

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly { readonly to: string; readonly label: string }[];
}

/** Parts of one thing, each with its own address. Nothing when there is only one part. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  const nav = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // On a phone the row is wider than the screen: where the reader is stands in view, whatever led there.
  useEffect(() => {
    const row = nav.current;
    const here = row?.querySelector<HTMLElement>(`[href="${CSS.escape(pathname)}"]`);
    if (row && here) row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
  }, [pathname]);
  if (tabs.length < 2) return null;
  return (
    <nav ref={nav} aria-label={label} className="tabs no-print">
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
