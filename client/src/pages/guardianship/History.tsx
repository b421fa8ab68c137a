import { useTranslation } from 'react-i18next';
import type { Rights } from '../../api/guardianship.ts';
import { useTimes } from '../../time/useTimes.ts';

/** How guardianships were before they were changed, and those that have ended. */
export function History({ rights: { guardianships, past } }: { readonly rights: Rights }) {
  const { t } = useTranslation('guardianship');
  const times = useTimes();
  const ended = guardianships
    .filter(({ holds }) => !holds)
    .map((one) => ({ ...one, key: one.guardianshipId, changedOn: '' }));
  const changed = past.map((one) => ({
    ...one,
    key: `${one.guardianId} ${one.changedAt}`,
    changedOn: times.date(one.changedAt),
  }));
  const all = [...ended, ...changed];
  if (all.length === 0) return null;
  return (
    <details>
      <summary>{t('history', { count: all.length })}</summary>
      <ul>
        {all.map(({ key, name, relation, maySee, mayAct, fromOn, untilOn, changedOn }) => (
          <li key={key}>
            {[
              `${name} (${t(`client:people.relations.${relation}`).toLowerCase()})`,
              t(mayAct ? 'acted' : maySee ? 'saw' : 'sawNothing'),
              t(untilOn ? 'fromUntil' : 'from', {
                from: times.longDate(fromOn),
                until: untilOn && times.longDate(untilOn),
              }),
              ...(changedOn ? [t('changedOn', { day: changedOn })] : []),
            ].join(', ')}
          </li>
        ))}
      </ul>
    </details>
  );
}
