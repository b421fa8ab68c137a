import { Button } from '@mantine/core';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { YearPlanView } from '../../../../server/year/schemas.ts';
import { useWrite } from '../../api/useWrite.ts';
import { callOffYear, yearPlansQuery } from '../../api/year.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { useTimes } from '../../time/useTimes.ts';
import { useCountWords } from './useCountWords.ts';

/** The change of year that waits for its day, and what became of earlier plans. Draws nothing when there are none. */
export function PlannedYear({ refreshes }: { readonly refreshes: readonly QueryKey[] }) {
  const { t } = useTranslation('year');
  const { data } = useQuery(yearPlansQuery);
  const calling = useWrite(callOffYear, { refreshes });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('planned.title')}>
      <FieldErrors problem={calling.error} />
      <List label={t('planned.title')}>
        {data.items.slice(0, 3).map((one) => (
          <PlanRow key={one.id} plan={one} isPending={calling.isPending} onCallOff={() => calling.mutate(one.id)} />
        ))}
      </List>
    </Section>
  );
}

interface PlanRowProps {
  readonly plan: YearPlanView;
  readonly isPending: boolean;
  readonly onCallOff: () => void;
}

function PlanRow({ plan, isPending, onCallOff }: PlanRowProps) {
  const { t } = useTranslation('year');
  const times = useTimes();
  const words = useCountWords();
  const { beginsOn, zone, startsAt, state, plannedBy, counts, hasChanged, may } = plan;
  const waits = state === 'planned';
  const details = [
    waits ? t('planned.at', { at: times.dateTime(startsAt, zone), zone: times.zoneName(zone) }) : t(`planned.${state}`),
    ...(plannedBy ? [plannedBy] : []),
    ...(counts ? words(counts) : []),
    ...(hasChanged ? [t('planned.hasChanged')] : []),
  ];
  return (
    <Row
      title={t('yearFrom', { on: times.longDate(beginsOn) })}
      details={details.join(' · ')}
      actions={
        may.callOff && (
          <Button variant="default" size="sm" loading={isPending} onClick={onCallOff}>
            {t('planned.callOff')}
          </Button>
        )
      }
    />
  );
}
