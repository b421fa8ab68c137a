import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { useSession, useSignOut } from '../api/session.ts';
import { Icon } from '../kit/Icon.tsx';
import { personName } from '../kit/PersonName.tsx';
import { Sheet } from '../kit/Sheet.tsx';
import { Fresh } from './Fresh.tsx';
import { type Place, splitForBar, usePlaces } from './navigation.ts';

/** The phone's navigation: at most five places within reach of the thumb. */
export function BottomBar() {
  const { t } = useTranslation('client');
  const { bar, more } = splitForBar(usePlaces());
  const { pathname } = useLocation();
  const [opened, setOpened] = useState(false);
  const within = more.some((place) => pathname.startsWith(place.to));
  return (
    <nav className="bar no-print on-phone" aria-label={t('shell.navigation')}>
      {bar.map((place) => (
        <NavLink key={place.to} to={place.to} end={place.to === '/'} className="bar-place">
          <Icon name={place.icon} size={22} />
          <span>{place.shortLabel}</span>
          <Fresh count={place.fresh} />
        </NavLink>
      ))}
      {more.length > 0 && (
        <UnstyledButton
          className={within ? 'bar-place active' : 'bar-place'}
          aria-haspopup="dialog"
          onClick={() => setOpened(true)}
        >
          <Icon name="more" size={22} />
          <span>{t('shell.more')}</span>
        </UnstyledButton>
      )}
      <MoreSheet places={more} opened={opened} onClose={() => setOpened(false)} />
    </nav>
  );
}

interface MoreSheetProps {
  readonly places: readonly Place[];
  readonly opened: boolean;
  readonly onClose: () => void;
}

function MoreSheet({ places, opened, onClose }: MoreSheetProps) {
  const { t, i18n } = useTranslation('client');
  const { person } = useSession();
  const signOut = useSignOut();
  return (
    <Sheet title={person ? personName(person, i18n.language) : t('shell.more')} opened={opened} onClose={onClose}>
      <ul className="more">
        {places.map((place) => (
          <li key={place.to}>
            <NavLink to={place.to} className="sidebar-link" onClick={onClose}>
              <Icon name={place.icon} />
              <span>{place.label}</span>
            </NavLink>
          </li>
        ))}
        <li>
          <UnstyledButton className="sidebar-link" onClick={() => void signOut()}>
            <Icon name="leave" />
            <span>{t('shell.signOut')}</span>
          </UnstyledButton>
        </li>
      </ul>
    </Sheet>
  );
}
