import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Link } from 'react-router';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { JoinButton } from '../../../../client/src/kit/week/JoinButton.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView, OwnWeek } from '../../schemas/lessons.ts';
import { useLiveTimetable } from '../api/watching.ts';
import { ownWeekQuery } from '../api/weeks.ts';
import { useTexts } from '../useTexts.ts';
import { excusedWords, stateOf, stateWords, titleOf } from '../week/lessonEntry.ts';
import { useHowSoon, useWhen } from '../week/NextLesson.tsx';

const MeetingRows = lazily(async () => (await import('../meetings/MeetingRows.tsx')).MeetingRows, 'meetings');

type Section = OwnWeek['sections'][number];

/** The next lesson of the reader, or of each child, and what else today holds. */
export function NextCard() {
  const { t } = useTexts();
  const times = useTimes();
  const today = dayOf(useNow(), times.zone);
  useLiveTimetable();
  const { data, error, isPending, refetch } = useQuery(ownWeekQuery({ from: today, days: 1 }));
  if (isPending) return <Waiting rows={2} />;
  if (error && !data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  const sections = (data?.sections ?? []).filter(({ next, lessons }) => next || lessons.length > 0);
  const meetings = (data?.meetings ?? []).filter(({ state }) => state === 'planned');
  if (sections.length + meetings.length === 0) return null;
  return (
    <div className="stack">
      {sections.map((section) => (
        <SectionLessons key={`${section.as} ${section.person.id}`} section={section} />
      ))}
      {meetings.length > 0 && (
        <Suspense fallback={null}>
          <MeetingRows
            meetings={meetings}
            nameOf={(id) => data?.sections.find(({ as, person }) => as === 'child' && person.id === id)?.person.name}
          />
        </Suspense>
      )}
      <Link to="/timetable">{t('next.wholeWeek')}</Link>
    </div>
  );
}

function SectionLessons({ section: { as, person, lessons, next } }: { readonly section: Section }) {
  const { t } = useTexts();
  const now = useNow();
  const rest = lessons.filter(({ id, endsAt }) => id !== next?.id && Date.parse(endsAt) > now.getTime());
  return (
    <div>
      {as === 'child' && <h3>{person.name}</h3>}
      <List label={as === 'child' ? t('next.ofChild', { name: person.name }) : t('next.title')}>
        {[...(next ? [next] : []), ...rest].map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} as={as} personId={person.id} isNext={lesson === next} />
        ))}
      </List>
    </div>
  );
}

interface LessonRowProps {
  readonly lesson: LessonView;
  readonly as: Section['as'];
  readonly personId: string;
  readonly isNext: boolean;
}

function LessonRow({ lesson, as, personId, isNext }: LessonRowProps) {
  const { t } = useTexts();
  const times = useTimes();
  const when = useWhen();
  const howSoon = useHowSoon();
  const whom = as === 'teaching' ? lesson.group.name : lesson.teacher?.name;
  const words = stateWords(lesson, t, times);
  const excused = excusedWords(lesson, as, t);
  const day = dayOf(new Date(lesson.startsAt), times.zone);
  const tone = stateOf(lesson) === 'cancelled' ? 'stopped' : 'moved';
  return (
    <Row
      to={`/timetable?from=${day}&person=${personId}&lesson=${lesson.id}`}
      title={titleOf(lesson)}
      details={
        <>
          <div className="figures">{[when(lesson), whom].filter(Boolean).join(' · ')}</div>
          {words && <StateText tone={tone}>{words}</StateText>}
          {excused && <div>{excused}</div>}
        </>
      }
      {...(isNext ? { trail: howSoon(lesson) } : {})}
      {...(isNext && lesson.joinUrl
        ? {
            actions: (
              <JoinButton entry={{ title: titleOf(lesson), startsAt: lesson.startsAt }} joinUrl={lesson.joinUrl} />
            ),
          }
        : {})}
    />
  );
}
