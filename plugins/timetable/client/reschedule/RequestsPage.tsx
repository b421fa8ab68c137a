import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../../../client/src/api/session.ts';
import { Choice } from '../../../../client/src/kit/Choice.tsx';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List } from '../../../../client/src/kit/List.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { reschedulesQuery } from '../api/reschedules.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';
import { byUrgency } from './byUrgency.ts';
import { RequestRow } from './RequestRow.tsx';

const NumbersSection = lazily(async () => (await import('./NumbersSection.tsx')).NumbersSection, 'timetable/lessons');
const SchoolPoliciesSection = lazily(
  async () => (await import('./SchoolPoliciesSection.tsx')).SchoolPoliciesSection,
  'timetable/lessons',
);

type State = 'open' | 'ended';

/** Requests for another time that concern the reader. */
export function RequestsPage() {
  const { t } = useTexts();
  const [search, setSearch] = useSearchParams();
  const state: State = search.get('state') === 'ended' ? 'ended' : 'open';
  const mayAsk = useMay('timetable.ask-reschedule');
  const mayChange = useMay('timetable.change-lessons');
  const maySetPolicy = useMay('timetable.set-school-policy');
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(reschedulesQuery(state));
  const items = state === 'open' ? byUrgency(data?.items ?? []) : (data?.items ?? []);
  return (
    <Page title={t('request.title')} problem={data ? null : error} onRetry={() => void refetch()}>
      <Choice<State>
        legend={t('request.which')}
        legendHidden
        options={[
          { value: 'open', label: t('request.open') },
          { value: 'ended', label: t('request.ended') },
        ]}
        value={state}
        onChange={(next) => setSearch(next === 'open' ? {} : { state: next }, { replace: true })}
      />
      {!isPending && items.length === 0 && (
        <Empty title={t(`request.none.${state}`)}>{mayAsk && t('request.noneWhy')}</Empty>
      )}
      {items.length > 0 && (
        <List label={t('request.title')}>
          {items.map((request) => (
            <RequestRow key={request.id} request={request} />
          ))}
        </List>
      )}
      {mayChange && (
        <Suspense fallback={null}>
          <NumbersSection />
        </Suspense>
      )}
      {maySetPolicy && (
        <Suspense fallback={null}>
          <SchoolPoliciesSection />
        </Suspense>
      )}
    </Page>
  );
}
