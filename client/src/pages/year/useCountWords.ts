import { useTranslation } from 'react-i18next';
import type { YearPlan } from '../../../../server/school/schemas/year.ts';

/** Says line by line what a change of year comes to. */
export function useCountWords(): (counts: YearPlan['counts']) => string[] {
  const { t } = useTranslation('year');
  return (counts) =>
    (['promoted', 'archived', 'students', 'leave', 'arrive', 'courses'] as const)
      .filter((name) => counts[name] > 0)
      .map((name) => t(`counts.${name}`, { count: counts[name] }));
}
