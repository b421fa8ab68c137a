import { JoinButton } from '../../../../client/src/kit/week/JoinButton.tsx';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import { useTexts } from '../useTexts.ts';
import { excusedWords, titleOf, type WeekOf } from './lessonEntry.ts';
import './next.css';

/** "Today, 10:40–11:20" or "Fri, 4 September, 10:40–11:20". */
export function useWhen(): (lesson: Pick<LessonView, 'startsAt' | 'endsAt'>) => string {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  return ({ startsAt, endsAt }) =>
    dayOf(new Date(startsAt), times.zone) === dayOf(now, times.zone)
      ? t('next.today', { time: times.range(startsAt, endsAt) })
      : `${times.dateTime(startsAt)}–${times.time(endsAt)}`;
}

/** How soon: "in 20 minutes", or that it has begun. */
export function useHowSoon(): (lesson: Pick<LessonView, 'startsAt'>) => string {
  const { t } = useTexts();
  const times = useTimes();
  const now = useNow();
  return ({ startsAt }) => (Date.parse(startsAt) <= now.getTime() ? t('next.running') : times.relative(startsAt, now));
}

interface NextLessonProps {
  readonly lesson: LessonView | null;
  readonly weekOf: WeekOf;
}

/** The lesson that comes next, with the way in. Draws nothing when none comes. */
export function NextLesson({ lesson, weekOf }: NextLessonProps) {
  const { t } = useTexts();
  const when = useWhen();
  const howSoon = useHowSoon();
  if (!lesson) return null;
  const excused = excusedWords(lesson, weekOf, t);
  const whom = weekOf === 'teaching' ? lesson.group.name : lesson.teacher?.name;
  return (
    <section className="next no-print" aria-label={t('next.title')}>
      <div className="next-words">
        <p className="small quiet">{t('next.soon', { howSoon: howSoon(lesson) })}</p>
        <p className="next-title">{titleOf(lesson)}</p>
        <p className="quiet figures">{[when(lesson), whom].filter(Boolean).join(' · ')}</p>
        {excused && <p>{excused}</p>}
      </div>
      {lesson.joinUrl && (
        <JoinButton entry={{ title: titleOf(lesson), startsAt: lesson.startsAt }} joinUrl={lesson.joinUrl} />
      )}
    </section>
  );
}
