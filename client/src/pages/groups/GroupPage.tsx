import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type GroupView, groupQuery } from '../../api/groups.ts';
import { Page } from '../../kit/Page.tsx';
import { TabLinks } from '../../kit/TabLinks.tsx';
import { lazily } from '../../lazily.ts';
import type { GroupTab } from '../../plugin.ts';
import { useIsFor, usePlugins } from '../../shell/PluginsContext.ts';
import { useNow } from '../../time/useNow.ts';
import { useTimes } from '../../time/useTimes.ts';
import { NotFoundPage } from '../NotFoundPage.tsx';
import { GroupMenu } from './edit/GroupMenu.tsx';
import { GroupCourses } from './GroupCourses.tsx';
import { GroupPeople } from './GroupPeople.tsx';

const accountsTab: GroupTab & { readonly namespace: string } = {
  id: 'accounts',
  label: 'ui.accounts.title',
  namespace: 'auth',
  order: 95,
  permission: 'auth.let-in',
  tab: lazily(async () => (await import('../accounts/GroupAccounts.tsx')).GroupAccounts, 'auth/accounts'),
};

/** One group: who is in it, what it learns, and what plugins know of it. */
export function GroupPage() {
  const { t } = useTranslation();
  const { groupId = '', tab } = useParams();
  const isFor = useIsFor();
  const { data: group, error, isPending, refetch } = useQuery(groupQuery(groupId));
  const parts = usePlugins()
    .flatMap((plugin) => (plugin.groupTabs ?? []).map((part) => ({ ...part, namespace: plugin.id })))
    .concat(accountsTab)
    .filter(isFor)
    .toSorted((a, b) => a.order - b.order);
  const chosen = parts.find(({ id }) => id === tab);
  const base = `/groups/${groupId}`;
  if (tab && tab !== 'courses' && !chosen) return <NotFoundPage />;
  return (
    <Page
      title={group?.name ?? t('client:groups.group')}
      summary={group && <GroupSummary group={group} />}
      above={<Link to="/groups">{t('client:groups.back')}</Link>}
      actions={group?.may.edit && <GroupMenu group={group} />}
      wide={chosen?.wide ?? false}
      waiting={isPending}
      problem={group ? null : error}
      onRetry={() => void refetch()}
    >
      <TabLinks
        label={group?.name ?? ''}
        tabs={[
          { to: base, label: t('client:groups.people') },
          { to: `${base}/courses`, label: t('client:groups.courses') },
          ...parts.map((part) => ({ to: `${base}/${part.id}`, label: t(part.label, { ns: part.namespace }) })),
        ]}
      />
      {chosen && <chosen.tab groupId={groupId} />}
      {group && !tab && <GroupPeople group={group} />}
      {group && tab === 'courses' && <GroupCourses group={group} />}
    </Page>
  );
}

function GroupSummary({ group }: { readonly group: GroupView }) {
  const { t } = useTranslation('client');
  const foreign = useTimes().foreignZone(group.zone, useNow());
  const parts = [
    t('groups.grade', { grade: group.grade }),
    t('groups.students', { count: group.members.length }),
    ...(foreign ? [t('groups.clockOf', { zone: foreign })] : []),
  ];
  return <>{parts.join(' · ')}</>;
}
