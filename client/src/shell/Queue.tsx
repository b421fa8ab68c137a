import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { queueNow, subscribeToQueue } from '../offline/queue.ts';
import { useTimes } from '../time/useTimes.ts';
import { QueueSheet } from './QueueSheet.tsx';

/** What waits for the line: "2 waiting, last synced 10:42", and a tap shows which. Nothing is said while nothing waits. */
export function Queue() {
  const { t } = useTranslation('client');
  const times = useTimes();
  const { key } = useLocation();
  /** Whoever goes on to a page leaves the sheet behind. */
  const [openedAt, setOpenedAt] = useState<string>();
  const { waiting, syncedAt } = useSyncExternalStore(subscribeToQueue, queueNow);
  const refused = waiting.filter((entry) => entry.refused).length;
  const count = waiting.length - refused;
  const lines = [
    ...(count > 0
      ? [
          [
            t('shell.waiting', { count }),
            ...(syncedAt ? [t('shell.synced', { time: times.time(syncedAt) })] : []),
          ].join(' · '),
        ]
      : []),
    ...(refused > 0 ? [t('shell.refused', { count: refused })] : []),
  ];
  return (
    <>
      <div role="status" className="no-print">
        {lines.map((line) => (
          <button key={line} type="button" className="offline queue" onClick={() => setOpenedAt(key)}>
            {line}
          </button>
        ))}
      </div>
      {openedAt === key && waiting.length > 0 && (
        <QueueSheet waiting={waiting} onClose={() => setOpenedAt(undefined)} />
      )}
    </>
  );
}
