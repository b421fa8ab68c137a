import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { personQuery } from '../../../../client/src/api/people.ts';
import { useSession } from '../../../../client/src/api/session.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import type { FeedMade } from '../../schemas/feeds.ts';
import { feedsQuery, makeFeed } from '../api/feeds.ts';
import { useTexts } from '../useTexts.ts';
import { FeedAddress } from './FeedAddress.tsx';
import { FeedList } from './FeedList.tsx';

/** Lessons in the calendar of a phone: make an address, add it, revoke it. */
export function CalendarPage() {
  const { t } = useTexts();
  const { data, error, isPending, refetch } = useQuery(feedsQuery);
  const [made, setMade] = useState<FeedMade>();
  return (
    <Page
      title={t('feed.title')}
      summary={t('feed.why')}
      above={<Link to="/timetable">{t('feed.back')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      <MakeFeed onMade={setMade} />
      {made && <FeedAddress key={made.id} feed={made} />}
      {data && data.items.length > 0 && (
        <Section title={t('feed.working')}>
          <FeedList feeds={data.items} onRevoked={(id) => setMade((shown) => (shown?.id === id ? undefined : shown))} />
        </Section>
      )}
    </Page>
  );
}

/** Whose lessons: one's own, or those of a child. */
function useWhose(): readonly { readonly value: string; readonly label: string }[] {
  const { t } = useTexts();
  const { person, roles } = useSession();
  const me = person?.id ?? '';
  const { data } = useQuery(personQuery(me));
  // Meetings to which a parent is invited stand among the lessons of each child.
  const hasOwn = roles.some(({ role }) => role !== 'guardian');
  return [
    ...(hasOwn ? [{ value: me, label: t('feed.mine') }] : []),
    ...(data?.children ?? []).map((child) => ({ value: child.personId, label: child.name })),
  ];
}

function MakeFeed({ onMade }: { readonly onMade: (feed: FeedMade) => void }) {
  const { t } = useTexts();
  const whose = useWhose();
  const [chosen, setChosen] = useState('');
  const about = whose.find(({ value }) => value === chosen) ?? whose[0];
  const making = useWrite((aboutId: string) => makeFeed({ aboutId }), {
    refreshes: [feedsQuery.queryKey],
    onDone: onMade,
  });
  if (!about) return null;
  return (
    <div className="stack">
      {whose.length > 1 && <Choice legend={t('week.whose')} options={whose} value={about.value} onChange={setChosen} />}
      <FieldErrors problem={making.error} />
      <div className="actions">
        <Button
          leftSection={<Icon name="plus" size={18} />}
          loading={making.isPending}
          onClick={() => making.mutate(about.value)}
        >
          {whose.length === 1 && about.label !== t('feed.mine')
            ? t('feed.makeFor', { name: about.label })
            : t('feed.make')}
        </Button>
      </div>
    </div>
  );
}
