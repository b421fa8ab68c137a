import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { Page } from '../../../../client/src/kit/Page.tsx';
import { extraCoursesQuery } from '../api/extraLessons.ts';
import { ExtraForm } from './ExtraForm.tsx';
import { useExtraTexts } from './useExtraTexts.ts';

/** One lesson more for a group or a student; which one stands in the address. */
export function ExtraPage() {
  const { t } = useExtraTexts();
  const [search] = useSearchParams();
  const studentId = search.get('person');
  const groupId = search.get('group') ?? '';
  const { data, error, isPending, refetch } = useQuery(extraCoursesQuery(studentId ? { studentId } : { groupId }));
  const back = studentId ? `/people/${studentId}/timetable` : `/groups/${groupId}/timetable`;
  return (
    <Page
      title={t('title')}
      summary={data && t(studentId ? 'forStudent' : 'forGroup', { name: data.of.name })}
      above={<Link to={back}>{t('back')}</Link>}
      waiting={isPending}
      problem={data ? null : error}
      onRetry={() => void refetch()}
    >
      {data?.items.length === 0 && <Empty title={t('noCourses')}>{t('noCoursesWhy')}</Empty>}
      {data && data.items.length > 0 && (
        <ExtraForm courses={data.items} back={back} {...(studentId ? { student: data.of } : {})} />
      )}
    </Page>
  );
}
