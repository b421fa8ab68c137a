import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { groupQuery } from '../../../../client/src/api/groups.ts';
import type { LessonView } from '../../schemas/lessons.ts';
import { useTexts } from '../useTexts.ts';

interface ForWhomProps {
  readonly lesson: LessonView;
  readonly value: string;
  readonly onChange: (personId: string) => void;
}

/** A tutor asks on behalf of a student or of the teacher. */
export function ForWhom({ lesson, value, onChange }: ForWhomProps) {
  const { t } = useTexts();
  const { data } = useQuery(groupQuery(lesson.group.id));
  const people = [
    ...(lesson.teacher
      ? [{ value: lesson.teacher.id, label: t('ask.teacherNamed', { name: lesson.teacher.name }) }]
      : []),
    ...(data?.members ?? []).map(({ personId, name }) => ({ value: personId, label: name })),
  ];
  return (
    <NativeSelect
      label={t('ask.forWhom')}
      data={people}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
