import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { meetingsQuery } from '../api/meetings.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { MeetingList } from './MeetingList.tsx';
import { useMeetingTexts } from './useMeetingTexts.ts';

type When = 'coming' | 'past';

/** One's own meetings and those of one's children: what is to come, and what has been. */
export function MeetingsPage() {
  const { t } = useMeetingTexts();
  const [search, setSearch] = useSearchParams();
  const when: When = search.get('when') === 'past' ? 'past' : 'coming';
  const mayPlan = useMay('timetable.plan-meetings');
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(meetingsQuery(when));
  return (
    <Page
      title={t('meetings')}
      above={<Link to="/timetable">{t('toWeek')}</Link>}
      {...(mayPlan ? { actions: <Link to="/meetings/new">{t('plan')}</Link> } : {})}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      <Choice<When>
        legend={t('which')}
        legendHidden
        options={[
          { value: 'coming', label: t('coming') },
          { value: 'past', label: t('past') },
        ]}
        value={when}
        onChange={(next) => setSearch(next === 'coming' ? {} : { when: next }, { replace: true })}
      />
      {data?.items.length === 0 && <Empty title={t(`none.${when}`)}>{mayPlan && t('noneWhy')}</Empty>}
      {data && data.items.length > 0 && <MeetingList meetings={data.items} hasDates />}
    </Page>
  );
}
