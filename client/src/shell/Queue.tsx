import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { queueNow, subscribeToQueue } from '../offline/queue.ts';
import { useTimes } from '../time/useTimes.ts';

/** What waits for the line: "2 waiting, last synced 10:42". Nothing is said while nothing waits. */
export function Queue() {
  const { t } = useTranslation('client');
  const times = useTimes();
  const { waiting, syncedAt } = useSyncExternalStore(subscribeToQueue, queueNow);
  const refused = waiting.filter((entry) => entry.refused).length;
  const count = waiting.length - refused;
  return (
    <div role="status" className="no-print">
      {count > 0 && (
        <p className="offline">
          {t('shell.waiting', { count })}
          {syncedAt && ` · ${t('shell.synced', { time: times.time(syncedAt) })}`}
        </p>
      )}
      {refused > 0 && <p className="offline">{t('shell.refused', { count: refused })}</p>}
    </div>
  );
}
