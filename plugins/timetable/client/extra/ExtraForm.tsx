import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import type { ExtraCourses } from '../../schemas/extraLessons.ts';
import { addExtraLesson } from '../api/extraLessons.ts';
import { timetableKey } from '../api/watching.ts';
import { type ChosenSlot, SlotChoice, slotOf } from '../reschedule/SlotChoice.tsx';
import { useExtraTexts } from './useExtraTexts.ts';

type Course = ExtraCourses['items'][number];

interface ExtraFormProps {
  readonly courses: readonly Course[];
  /** The student from whose page it is asked. */
  readonly student?: ExtraCourses['of'];
  readonly back: string;
}

const lengths = [15, 20, 30, 40, 45, 60, 90];

/** Which course, for whom, how long, when. */
export function ExtraForm({ courses, student, back }: ExtraFormProps) {
  const { t } = useExtraTexts();
  const navigate = useNavigate();
  const [course, setCourse] = useState<Course | undefined>(courses[0]);
  const [forPersonId, setForPerson] = useState(student?.id ?? '');
  const [length, setLength] = useState<number>();
  const [chosen, setChosen] = useState<ChosenSlot>();
  const minutes = length ?? course?.lessonMinutes ?? 0;
  const whom = { minutes, ...(forPersonId ? { forPersonId } : {}) };
  const slot = slotOf(chosen);
  const adding = useWrite(
    ({ on, time }: { readonly on: string; readonly time: string }) =>
      addExtraLesson(course?.id ?? '', { on, time, ...whom }),
    {
      refreshes: [[timetableKey]],
      onDone: ({ id, local }) => {
        showToast(t('added'));
        void navigate(`${back}?from=${local.on}&lesson=${id}`);
      },
    },
  );
  if (!course) return null;
  const choose = (id: string) => {
    const next = courses.find((one) => one.id === id);
    setCourse(next);
    setLength(undefined);
    setChosen(undefined);
    if (!next?.students.some((one) => one.id === forPersonId)) setForPerson('');
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (slot) adding.mutate(slot);
      }}
    >
      <NativeSelect
        label={t('course')}
        value={course.id}
        data={courses.map(({ id, subjectName, teacherName }) => ({
          value: id,
          label: `${subjectName}, ${teacherName}`,
        }))}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      <NativeSelect
        label={t('whom')}
        value={forPersonId}
        data={[
          { value: '', label: t('everybody') },
          ...course.students.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => {
          setForPerson(event.currentTarget.value);
          setChosen(undefined);
        }}
      />
      <NativeSelect
        label={t('length')}
        value={String(minutes)}
        data={[...new Set([...lengths, course.lessonMinutes])]
          .toSorted((a, b) => a - b)
          .map((count) => ({ value: String(count), label: t('minutes', { count }) }))}
        onChange={(event) => {
          setLength(Number(event.currentTarget.value));
          setChosen(undefined);
        }}
      />
      <SlotChoice seeking={{ courseId: course.id, ...whom }} value={chosen} onChange={setChosen} hasNoChains />
      <p className="told small">{t('told')}</p>
      <FieldErrors problem={adding.error} />
      <div className="actions">
        <Button type="submit" loading={adding.isPending} disabled={!slot}>
          {t('add')}
        </Button>
      </div>
    </form>
  );
}
