import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { PersonView } from '../../../../server/people/schemas.ts';
import { personQuery } from '../../api/people.ts';
import { Page } from '../../kit/Page.tsx';
import { TabLinks } from '../../kit/TabLinks.tsx';
import { lazily } from '../../lazily.ts';
import type { StudentTab } from '../../plugin.ts';
import { useIsFor, usePlugins } from '../../shell/PluginsContext.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { PersonMenu } from './edit/PersonMenu.tsx';
import { PersonFacts } from './PersonFacts.tsx';

/** One person. Of a student, everything in one place: a tab for each plugin that knows something. */
export function PersonPage() {
  const { t } = useTranslation('client');
  const { personId = '', tab } = useParams();
  const { data: person, error, isPending, refetch } = useQuery(personQuery(personId));
  return (
    <Page
      title={person?.name ?? t('people.person')}
      summary={person && <Kinds person={person} />}
      above={<Link to="/people">{t('people.back')}</Link>}
      actions={person && <PersonMenu person={person} />}
      waiting={isPending}
      problem={person ? null : error}
      onRetry={() => void refetch()}
    >
      {person && <PersonParts person={person} tab={tab} />}
    </Page>
  );
}

function Kinds({ person }: { readonly person: PersonView }) {
  const { t } = useTranslation('client');
  const kinds = [
    ...(person.student ? [t('people.studentOf', { grade: person.student.grade })] : []),
    ...(person.children.length > 0 ? [t('roles.guardian')] : []),
    ...new Set(person.roles.map(({ role }) => t(`roles.${role}`))),
    ...(person.isActive ? [] : [t('people.inactive')]),
  ];
  return <>{kinds.join(', ')}</>;
}

const hoursTab: StudentTab & { readonly namespace: string } = {
  id: 'hours',
  label: 'people.hours',
  namespace: 'client',
  order: 90,
  tab: lazily(async () => (await import('../hours/StudentHours.tsx')).StudentHours, 'client/hours'),
};

const accountTab: StudentTab & { readonly namespace: string } = {
  id: 'account',
  label: 'ui.accounts.one',
  namespace: 'auth',
  order: 95,
  permission: 'auth.let-in',
  tab: lazily(async () => (await import('../accounts/PersonAccount.tsx')).PersonAccount, 'auth/accounts'),
};

interface PersonPartsProps {
  readonly person: PersonView;
  readonly tab: string | undefined;
}

function PersonParts({ person, tab }: PersonPartsProps) {
  const { t } = useTranslation();
  const isFor = useIsFor();
  const ofPlugins = usePlugins().flatMap((plugin) =>
    (plugin.studentTabs ?? []).map((part) => ({ ...part, namespace: plugin.id })),
  );
  const parts = [...(person.student ? ofPlugins : []), hoursTab, accountTab]
    .filter(isFor)
    .toSorted((a, b) => a.order - b.order);
  const base = `/people/${person.id}`;
  const Chosen = parts.find(({ id }) => id === tab)?.tab;
  if (tab && !Chosen) return <NotFoundPage />;
  return (
    <>
      <TabLinks
        label={person.name}
        tabs={[
          { to: base, label: t('client:people.about') },
          ...parts.map((part) => ({ to: `${base}/${part.id}`, label: t(part.label, { ns: part.namespace }) })),
        ]}
      />
      {Chosen ? <Chosen studentId={person.id} /> : <PersonFacts person={person} />}
    </>
  );
}
