import { useQuery } from '@tanstack/react-query';
import { List } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Section } from '../../../../client/src/kit/Section.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { reschedulesQuery } from '../api/reschedules.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { studentWeekQuery } from '../api/weeks.ts';
import { RequestRow } from '../reschedule/RequestRow.tsx';
import { useTexts } from '../useTexts.ts';
import { LessonWeek } from './LessonWeek.tsx';
import { NextLesson } from './NextLesson.tsx';
import { PlanLinks } from './PlanLinks.tsx';
import { useWeekAddress } from './useWeekAddress.ts';

/** The tab of a student: the week, and open requests. */
export function StudentTimetable({ studentId }: { readonly studentId: string }) {
  const { monday } = useWeekAddress();
  useLiveTimetable();
  const { data, error, refetch } = useQuery(studentWeekQuery(studentId, { from: monday, days: 7 }));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  return (
    <>
      <StudentRequests studentId={studentId} />
      <NextLesson lesson={data.next} weekOf="child" />
      <LessonWeek lessons={data.lessons} weekOf="child" personId={studentId} next={data.next} />
      <PlanLinks personId={studentId} />
    </>
  );
}

function StudentRequests({ studentId }: { readonly studentId: string }) {
  const { t } = useTexts();
  const { data } = useQuery(reschedulesQuery('open'));
  const items = (data?.items ?? []).filter(({ forPerson }) => forPerson?.id === studentId);
  if (items.length === 0) return null;
  return (
    <Section title={t('request.title')}>
      <List label={t('request.title')}>
        {items.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </List>
    </Section>
  );
}
