import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { FieldErrors } from '../../../../client/src/kit/FieldErrors.tsx';
import { showToast } from '../../../../client/src/kit/toasts.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { AbsenceOption, AbsencePlan, AbsentTeacher, CoverAbsence } from '../../schemas/teacherAbsences.ts';
import { coverAbsence } from '../api/teacherAbsences.ts';
import { timetableKey } from '../api/watching.ts';
import { useTexts } from '../useTexts.ts';

interface AbsencePlanFormProps {
  readonly asked: AbsentTeacher;
  readonly plan: AbsencePlan;
  readonly onUndo: (id: string) => void;
}

type Lesson = AbsencePlan['lessons'][number];

function choiceOf({ id, revision }: Lesson, option: AbsenceOption): CoverAbsence['lessons'][number] {
  const lesson = { lessonId: id, revision };
  if (option.what === 'substitute') return { ...lesson, what: 'substitute', substituteId: option.teacher.id };
  if (option.what === 'move') return { ...lesson, what: 'move', to: { on: option.on, time: option.time } };
  return { ...lesson, what: 'cancel' };
}

/** Each lesson with what is suggested for it; one press changes them all. */
export function AbsencePlanForm({ asked, plan, onUndo }: AbsencePlanFormProps) {
  const { t } = useTexts();
  const times = useTimes();
  const [chosen, setChosen] = useState<ReadonlyMap<string, number>>(new Map());
  const covering = useWrite(coverAbsence, {
    refreshes: [[timetableKey]],
    onDone: ({ id }) => showToast(t('absence.done'), () => onUndo(id)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const lessons = plan.lessons.flatMap((lesson) => {
      const option = lesson.options[chosen.get(lesson.id) ?? 0];
      return option ? [choiceOf(lesson, option)] : [];
    });
    covering.mutate({ ...asked, lessons });
  };
  const words = (option: AbsenceOption): string => {
    if (option.what === 'substitute') return t('absence.substitute', { name: option.teacher.name });
    if (option.what === 'cancel') return t('absence.cancel');
    const when = times.dateTime(option.startsAt);
    return option.absent > 0 ? t('absence.moveAbsent', { when, count: option.absent }) : t('absence.move', { when });
  };
  return (
    <form className="stack" onSubmit={submit}>
      {plan.lessons.map((lesson) => (
        <NativeSelect
          key={lesson.id}
          label={`${lesson.subjectName}, ${lesson.groupName} · ${times.dateTime(lesson.startsAt)}`}
          data={lesson.options.map((option, i) => ({ value: String(i), label: words(option) }))}
          value={String(chosen.get(lesson.id) ?? 0)}
          onChange={(event) => setChosen(new Map(chosen).set(lesson.id, Number(event.currentTarget.value)))}
        />
      ))}
      <p className="told small">{t('absence.told')}</p>
      <FieldErrors problem={covering.error} />
      <div>
        <Button type="submit" loading={covering.isPending}>
          {t('absence.commit', { count: plan.lessons.length })}
        </Button>
      </div>
    </form>
  );
}
