import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import type { ExtraCoursesQuery } from '../../schemas/extraLessons.ts';
import { extraCoursesQuery } from '../api/extraLessons.ts';
import { ExtraForm } from './ExtraForm.tsx';
import { useExtraTexts } from './useExtraTexts.ts';
import { WhichGroup } from './WhichGroup.tsx';

/** One lesson more for a group or a student; which one stands in the address, or is asked. */
export function ExtraPage() {
  const { t } = useExtraTexts();
  const [search] = useSearchParams();
  const [studentId, groupId] = ['person', 'group'].map((name) => search.get(name));
  if (studentId) return <ExtraOf of={{ studentId }} back={`/people/${studentId}/timetable`} />;
  if (groupId) return <ExtraOf of={{ groupId }} back={`/groups/${groupId}/timetable`} />;
  return (
    <Page title={t('title')} above={<Link to="/timetable">{t('back')}</Link>}>
      <WhichGroup />
    </Page>
  );
}

function ExtraOf({ of, back }: { readonly of: ExtraCoursesQuery; readonly back: string }) {
  const { t } = useExtraTexts();
  const isOfStudent = 'studentId' in of;
  const { data, error, isPending, refetch } = useQuery(extraCoursesQuery(of));
  return (
    <Page
      title={t('title')}
      summary={data && t(isOfStudent ? 'forStudent' : 'forGroup', { name: data.of.name })}
      above={<Link to={back}>{t('back')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data?.items.length === 0 && <Empty title={t('noCourses')}>{t('noCoursesWhy')}</Empty>}
      {data && data.items.length > 0 && (
        <ExtraForm courses={data.items} back={back} {...(isOfStudent ? { student: data.of } : {})} />
      )}
    </Page>
  );
}
