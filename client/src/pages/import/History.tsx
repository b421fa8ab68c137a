import { useTranslation } from 'react-i18next';
import { useRuns } from '../../api/imports.ts';
import { List, Row } from '../../kit/List.tsx';
import { Section } from '../../kit/Section.tsx';
import { useTimes } from '../../time/useTimes.ts';

/** Imports that were carried out; the last can be undone from its own page. */
export function History() {
  const { t } = useTranslation('client');
  const times = useTimes();
  const runs = useRuns();
  if (!runs.data || runs.data.items.length === 0) return null;
  return (
    <Section title={t('import.history')}>
      <List label={t('import.history')}>
        {runs.data.items.map((run) => (
          <Row
            key={run.id}
            to={`/import?run=${run.id}`}
            title={run.files.map(({ name }) => name).join(', ') || t('import.byProgram')}
            details={[
              t(`import.outcome.${run.state}`),
              run.appliedAt && times.dateTime(run.appliedAt),
              run.summary && t('import.changed', { count: run.summary.changes }),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        ))}
      </List>
    </Section>
  );
}
