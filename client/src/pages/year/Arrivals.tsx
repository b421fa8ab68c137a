import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { YearChoicesInput, YearPlan } from '../../../../server/school/schemas/year.ts';
import { Section } from '../../kit/Section.tsx';

type Arrived = YearChoicesInput['arrivals'];

interface ArrivalsProps {
  readonly plan: YearPlan;
  readonly choices: YearChoicesInput;
  readonly onChange: (arrivals: Arrived) => void;
}

/** Students without a group on the first day, each of whom may come into one. */
export function Arrivals({ plan, choices, onChange }: ArrivalsProps) {
  const { t } = useTranslation('year');
  if (plan.withoutGroup.length === 0) return null;
  const groups = plan.groups
    .filter(({ act }) => act !== 'archive')
    .map(({ groupId, name, newName }) => ({ value: groupId, label: newName ?? name }));
  const put = (personId: string, groupId: string) =>
    onChange([
      ...choices.arrivals.filter((one) => one.personId !== personId),
      ...(groupId ? [{ personId, groupId }] : []),
    ]);
  return (
    <Section title={t('arrivals')}>
      <ul className="year-groups">
        {plan.withoutGroup.map(({ id, name, grade }) => (
          <li key={id}>
            <div>
              {name}
              <div className="quiet small">{t('grade', { grade })}</div>
            </div>
            <NativeSelect
              aria-label={t('groupOf', { name })}
              value={choices.arrivals.find(({ personId }) => personId === id)?.groupId ?? ''}
              data={[{ value: '', label: t('noGroup') }, ...groups]}
              onChange={(event) => put(id, event.currentTarget.value)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
