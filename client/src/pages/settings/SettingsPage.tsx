import { Button, useMantineColorScheme } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession, useSignOut } from '../../api/session.ts';
import { Choice } from '../../kit/Choice.tsx';
import { Icon } from '../../kit/Icon.tsx';
import { Page } from '../../kit/Page.tsx';
import { PersonName } from '../../kit/PersonName.tsx';
import { Section } from '../../kit/Section.tsx';
import { lazily } from '../../lazily.ts';
import { currentDensity, type Density, setDensity } from '../../theme/density.ts';
import { Devices } from './Devices.tsx';
import { LanguageAndZone } from './LanguageAndZone.tsx';
import { NoticeChoices } from './NoticeChoices.tsx';
import { QuietHours } from './QuietHours.tsx';
import { ViewAsRole } from './ViewAsRole.tsx';

const PersonArchive = lazily(
  async () => (await import('../people/privacy/PersonArchive.tsx')).PersonArchive,
  'privacy/archive',
);
const Introduce = lazily(async () => (await import('../introductions/Introduce.tsx')).Introduce, 'introductions');
const OwnGuardians = lazily(
  async () => (await import('../guardianship/OwnGuardians.tsx')).OwnGuardians,
  'guardianship',
  'client/people',
);

/** What a person chooses for themselves. */
export function SettingsPage() {
  const { t } = useTranslation('client');
  return (
    <Page title={t('nav.settings')}>
      <LanguageAndZone />
      <NoticeChoices />
      <Devices />
      <QuietHours />
      <Suspense>
        <Introduce />
        <OwnGuardians />
      </Suspense>
      <Looks />
      <OwnData />
      <ViewAsRole />
      <SignOut />
    </Page>
  );
}

function Looks() {
  const { t } = useTranslation('client');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [density, chooseDensity] = useState<Density>(currentDensity);
  const change = (value: Density) => {
    setDensity(value);
    chooseDensity(value);
  };
  return (
    <Section title={t('settings.looks')}>
      <p className="quiet">{t('settings.looksWhere')}</p>
      <Choice
        legend={t('settings.scheme')}
        options={(['auto', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`settings.schemes.${value}`),
        }))}
        value={colorScheme}
        onChange={setColorScheme}
      />
      <div className="on-desk">
        <Choice
          legend={t('settings.density')}
          options={(['comfortable', 'compact'] as const).map((value) => ({
            value,
            label: t(`settings.densities.${value}`),
          }))}
          value={density}
          onChange={change}
        />
      </div>
    </Section>
  );
}

/** Everything that is kept about the reader. */
function OwnData() {
  const { t } = useTranslation('client');
  const { person } = useSession();
  if (!person) return null;
  return (
    <Section title={t('data.own')}>
      <p className="quiet">{t('data.ownWhy')}</p>
      <Suspense>
        <PersonArchive personId={person.id} />
      </Suspense>
    </Section>
  );
}

/** On a phone this may be the only way out. */
function SignOut() {
  const { t } = useTranslation('client');
  const { person, roles } = useSession();
  const signOut = useSignOut();
  return (
    <Section title={t('settings.account')}>
      {person && (
        <p>
          <PersonName person={person} />
        </p>
      )}
      <p>
        <Link to="/account">{t('auth:ui.account.manage')}</Link>
      </p>
      {roles.some(({ role }) => role === 'guardian') && (
        <p>
          {/* Another child's card. The page stands before the house, so it is opened anew. */}
          <a href="/welcome">{t('auth:ui.haveCode')}</a>
        </p>
      )}
      <div className="actions">
        <Button variant="default" leftSection={<Icon name="leave" size={18} />} onClick={() => void signOut()}>
          {t('shell.signOut')}
        </Button>
      </div>
    </Section>
  );
}
