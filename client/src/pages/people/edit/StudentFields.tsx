import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { homeSchoolsQuery } from '../../../api/schoolLists.ts';
import { errorOf } from '../../../kit/FieldErrors.tsx';
import type { PersonDraft } from './personDraft.ts';

interface StudentFieldsProps {
  readonly draft: PersonDraft;
  readonly problem: Error | null;
  readonly onChange: (change: Partial<PersonDraft>) => void;
}

/** Where a student is enrolled, in which grade, and the birthday. */
export function StudentFields({ draft, problem, onChange }: StudentFieldsProps) {
  const { t } = useTranslation('client');
  const { data } = useQuery(homeSchoolsQuery);
  const schools = data?.items ?? [];
  return (
    <div className="form-pair">
      <NativeSelect
        label={t('manage.homeSchool')}
        data={[
          { value: '', label: t('manage.choose') },
          ...schools.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.homeSchoolId}
        error={errorOf(problem, 'student.homeSchoolId')}
        onChange={(event) => onChange({ homeSchoolId: event.currentTarget.value })}
      />
      <TextInput
        type="number"
        min={1}
        max={12}
        label={t('manage.grade')}
        value={draft.grade}
        error={errorOf(problem, 'student.grade')}
        onChange={(event) => onChange({ grade: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('manage.bornOn')}
        value={draft.bornOn}
        error={errorOf(problem, 'student.bornOn')}
        onChange={(event) => onChange({ bornOn: event.currentTarget.value })}
      />
    </div>
  );
}
