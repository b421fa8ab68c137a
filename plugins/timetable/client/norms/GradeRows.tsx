import { Button, TextInput } from '@mantine/core';
import type { HealthNorms } from '../../schemas/healthNorms.ts';
import { useTexts } from '../useTexts.ts';

type GradeNorms = HealthNorms['grades'][number];

const fields = [
  'fromGrade',
  'untilGrade',
  'lessonsADay',
  'lessonsAWeek',
  'screenMinutesADay',
  'screenMinutesALesson',
] as const;

const added: GradeNorms = {
  fromGrade: 1,
  untilGrade: 1,
  lessonsADay: 6,
  lessonsAWeek: 30,
  screenMinutesADay: 120,
  screenMinutesALesson: 30,
};

interface GradeRowsProps {
  readonly grades: readonly GradeNorms[];
  readonly onChange: (grades: GradeNorms[]) => void;
}

/** The limits, some grades a row. */
export function GradeRows({ grades, onChange }: GradeRowsProps) {
  const { t } = useTexts();
  const change = (at: number, over: Partial<GradeNorms>) =>
    onChange(grades.map((one, index) => (index === at ? { ...one, ...over } : one)));
  return (
    <>
      {grades.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are written
        <fieldset key={index} className="norms-grades">
          <legend className="unseen">{`${t('norms.fromGrade')} ${one.fromGrade} ${t('norms.untilGrade')} ${one.untilGrade}`}</legend>
          {fields.map((field) => (
            <TextInput
              key={field}
              type="number"
              inputMode="numeric"
              min={1}
              required
              withAsterisk={false}
              label={t(`norms.${field}`)}
              value={one[field]}
              onChange={({ currentTarget }) => change(index, { [field]: Number(currentTarget.value) })}
            />
          ))}
          <Button
            variant="subtle"
            aria-label={t('norms.remove', { from: one.fromGrade, until: one.untilGrade })}
            onClick={() => onChange(grades.filter((_, at) => at !== index))}
          >
            ×
          </Button>
        </fieldset>
      ))}
      <div>
        <Button variant="default" onClick={() => onChange([...grades, added])}>
          {t('norms.add')}
        </Button>
      </div>
    </>
  );
}
