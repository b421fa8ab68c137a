import { Button } from '@mantine/core';
import { type QueryKey, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { YearChangeView } from '../../../../server/school/schemas/year.ts';
import { useWrite } from '../../api/useWrite.ts';
import { undoYear, yearChangesQuery } from '../../api/year.ts';
import { FieldErrors } from '../../kit/FieldErrors.tsx';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { useTimes } from '../../time/useTimes.ts';

/** Changes of year so far; the latest can be taken back, and tells what it had to leave. */
export function YearHistory({ refreshes }: { readonly refreshes: readonly QueryKey[] }) {
  const { t } = useTranslation('year');
  const { data } = useQuery(yearChangesQuery);
  const undoing = useWrite(undoYear, { refreshes });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title={t('changes')}>
      <FieldErrors problem={undoing.error} />
      <List label={t('changes')}>
        {data.items.map((one) => (
          <Change key={one.id} change={one} isPending={undoing.isPending} onUndo={() => undoing.mutate(one.id)} />
        ))}
      </List>
    </Section>
  );
}

interface ChangeProps {
  readonly change: YearChangeView;
  readonly isPending: boolean;
  readonly onUndo: () => void;
}

function Change({ change, isPending, onUndo }: ChangeProps) {
  const { t } = useTranslation('year');
  const times = useTimes();
  const { beginsOn, madeBy, madeAt, undoneAt, kept, may } = change;
  const details = [
    ...(madeBy ? [madeBy] : []),
    times.dateTime(madeAt),
    ...(undoneAt ? [t('undone', { at: times.dateTime(undoneAt) })] : []),
    ...(kept.length > 0 ? [t('kept', { names: kept.map(({ name }) => name).join('; ') })] : []),
  ];
  return (
    <Row
      title={t('yearFrom', { on: times.longDate(beginsOn) })}
      details={details.join(' · ')}
      actions={
        may.undo && (
          <Button variant="default" size="sm" loading={isPending} onClick={onUndo}>
            {t('undo')}
          </Button>
        )
      }
    />
  );
}
