import { Button } from '@mantine/core';
import { Suspense, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { WeekCalendar } from '../../../../client/src/kit/week/WeekCalendar.tsx';
import { lazily } from '../../../../client/src/lazily.ts';
import { dayOf, mondayOf } from '../../../../client/src/time/days.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import type { MeetingBrief } from '../../schemas/meetings.ts';
import { useEver } from '../useEver.ts';
import { useTexts } from '../useTexts.ts';
import { lessonEntry, meetingEntry, type WeekOf } from './lessonEntry.ts';
import { useWeekAddress } from './useWeekAddress.ts';
import { ZoneNote } from './ZoneNote.tsx';

const LessonSheet = lazily(async () => (await import('./LessonSheet.tsx')).LessonSheet, 'timetable/lessons');

interface LessonWeekProps {
  readonly lessons: readonly LessonView[];
  /** Meetings of the same person. */
  readonly meetings?: readonly MeetingBrief[];
  readonly weekOf: WeekOf;
  /** The student or teacher whose week it is; requests are made for this person. */
  readonly personId?: string;
  /** The next lesson, to which a week without lessons leads. */
  readonly next?: LessonView | null;
}

const noMeetings: readonly MeetingBrief[] = [];

/** A week of lessons, and meetings among them; each opens. */
export function LessonWeek({ lessons, meetings = noMeetings, weekOf, personId, next }: LessonWeekProps) {
  const { t } = useTexts();
  const times = useTimes();
  const navigate = useNavigate();
  const { monday, goTo, lessonId, openLesson } = useWeekAddress();
  const isEverOpened = useEver(lessonId !== '');
  const entries = useMemo(
    () => [...lessons.map((lesson) => lessonEntry(lesson, weekOf, t, times)), ...meetings.map(meetingEntry)],
    [lessons, meetings, weekOf, t, times],
  );
  const open = ({ id }: { readonly id: string }) =>
    meetings.some((meeting) => meeting.id === id) ? void navigate(`/meetings/${id}`) : openLesson(id);
  return (
    <div className="stack">
      <WeekCalendar monday={monday} onMonday={goTo} entries={entries} onOpen={open} />
      {lessons.length + meetings.length === 0 && (
        <div className="actions">
          <p className="quiet" role="status">
            {t('week.none')}
          </p>
          {next && (
            <Button
              className="no-print"
              variant="default"
              onClick={() => goTo(mondayOf(dayOf(new Date(next.startsAt), times.zone)))}
            >
              {t('week.toNext')}
            </Button>
          )}
        </div>
      )}
      <ZoneNote lessons={lessons} />
      {isEverOpened && (
        <Suspense fallback={null}>
          <LessonSheet
            lessonId={lessonId}
            known={lessons.find(({ id }) => id === lessonId)}
            {...(personId ? { personId } : {})}
            onClose={() => openLesson('')}
          />
        </Suspense>
      )}
    </div>
  );
}
