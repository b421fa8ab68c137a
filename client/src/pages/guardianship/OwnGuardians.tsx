import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { keepGuardian, ownGuardiansQuery } from '../../api/guardianship.ts';
import { useWrite } from '../../api/useWrite.ts';
import { ProblemView } from '../../kit/ProblemView.tsx';
import { Section } from '../../kit/Section.tsx';
import { showToast } from '../../kit/toasts.ts';
import { useTimes } from '../../time/useTimes.ts';

/** A student who comes of age says which guardians go on seeing the studies. Nothing for anybody else. */
export function OwnGuardians() {
  const { t } = useTranslation('guardianship');
  const times = useTimes();
  const { data } = useQuery(ownGuardiansQuery);
  const keeping = useWrite(keepGuardian, { refreshes: [['guardianship']], onDone: () => showToast(t('saved')) });
  if (!data?.adultOn || !data.decides || data.items.length === 0) return null;
  return (
    <Section title={t('own.title')}>
      {keeping.error && <ProblemView problem={keeping.error} />}
      <p className="quiet">{t('own.why', { day: times.longDate(data.adultOn) })}</p>
      {data.items.map(({ guardianshipId, name, relation, isKept }) => (
        <Checkbox
          key={guardianshipId}
          label={t('own.keeps', { name, relation: t(`client:people.relations.${relation}`).toLowerCase() })}
          checked={isKept}
          disabled={keeping.isPending}
          onChange={(event) => keeping.mutate({ id: guardianshipId, keeps: event.currentTarget.checked })}
        />
      ))}
    </Section>
  );
}
