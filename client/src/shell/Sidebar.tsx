import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link, NavLink } from 'react-router';
import { useSession, useSignOut } from '../api/session.ts';
import { Icon } from '../kit/Icon.tsx';
import { PersonName } from '../kit/PersonName.tsx';
import { openCommand } from './commandStore.ts';
import { Fresh } from './Fresh.tsx';
import { usePlaces } from './navigation.ts';

/** The desk's navigation. */
export function Sidebar() {
  const { t } = useTranslation('client');
  const places = usePlaces();
  return (
    <aside className="sidebar no-print on-desk" aria-label="Tutoria">
      <Link to="/" className="brand">
        Tutoria
      </Link>
      <UnstyledButton className="sidebar-find" onClick={() => openCommand('palette')}>
        <Icon name="search" size={18} />
        <span>{t('shell.find')}</span>
        <span aria-hidden="true" className="key">
          Ctrl K
        </span>
      </UnstyledButton>
      <nav aria-label={t('shell.navigation')}>
        <ul>
          {places.map((place) => (
            <li key={place.to}>
              <NavLink to={place.to} end={place.to === '/'} className="sidebar-link">
                <Icon name={place.icon} />
                <span>{place.label}</span>
                <Fresh count={place.fresh} />
              </NavLink>
            </li>
          ))}
        </ul>
      </nav>
      <SidebarFoot />
    </aside>
  );
}

function SidebarFoot() {
  const { t } = useTranslation('client');
  const { person } = useSession();
  const signOut = useSignOut();
  return (
    <div className="sidebar-foot">
      {person && (
        <span className="sidebar-person">
          <PersonName person={person} />
        </span>
      )}
      <UnstyledButton className="sidebar-link" onClick={() => openCommand('shortcuts')}>
        <span aria-hidden="true" className="key">
          ?
        </span>
        <span>{t('shortcuts.title')}</span>
      </UnstyledButton>
      <UnstyledButton className="sidebar-link" onClick={() => void signOut()}>
        <Icon name="leave" />
        <span>{t('shell.signOut')}</span>
      </UnstyledButton>
    </div>
  );
}
