import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useMay } from '../../../../client/src/api/session.ts';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { groupWeekQuery } from '../api/weeks.ts';
import { GroupPolicy } from './GroupPolicy.tsx';
import { LessonWeek } from './LessonWeek.tsx';
import { PlanLinks } from './PlanLinks.tsx';
import { useWeekAddress } from './useWeekAddress.ts';

const RoomChoice = lazily(async () => (await import('./RoomChoice.tsx')).RoomChoice, 'reschedule');

const Objections = lazily(
  async () => (await import('../agreement/GroupObjectionsPart.tsx')).GroupObjectionsPart,
  'agreement',
);

interface GroupLessonsProps {
  readonly groupId: string;
  /** The page around it leads to planning already. */
  readonly hasNoPlanLinks?: boolean;
}

/** All lessons of one group in a week. */
export function GroupLessons({ groupId, hasNoPlanLinks }: GroupLessonsProps) {
  const { monday } = useWeekAddress();
  const mayChoose = useMay('timetable.set-group-policy');
  const mayDecide = useMay('timetable.publish');
  useLiveTimetable();
  const { data, error, refetch } = useQuery(groupWeekQuery(groupId, { from: monday, days: 7 }));
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={6} />;
  return (
    <>
      <h2 className="on-paper">{data.group.name}</h2>
      {mayDecide && (
        <Suspense fallback={null}>
          <Objections groupId={groupId} />
        </Suspense>
      )}
      <LessonWeek lessons={data.lessons} weekOf="group" next={data.next} />
      {!hasNoPlanLinks && <PlanLinks groupId={groupId} />}
      <GroupPolicy groupId={groupId} />
      {mayChoose && (
        <Suspense fallback={null}>
          <RoomChoice groupId={groupId} />
        </Suspense>
      )}
    </>
  );
}
