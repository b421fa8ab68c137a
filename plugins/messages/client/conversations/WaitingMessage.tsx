import { Button } from '@mantine/core';
import { useSession } from '../../../../client/src/api/session.ts';
import { deviceOf } from '../../../../client/src/offline/device.ts';
import type { Queued } from '../../../../client/src/offline/personStore.ts';
import { useTexts } from '../useTexts.ts';

const textOf = (body: unknown): string =>
  typeof body === 'object' && body && 'text' in body && typeof body.text === 'string' ? body.text : '';

/** A message that waits for the line, or that the server has refused. */
export function WaitingMessage({ entry }: { readonly entry: Queued }) {
  const { t } = useTexts();
  const personId = useSession().person?.id ?? '';
  const { refused } = entry;
  return (
    <li className="message message-own message-waiting">
      <div className="message-box">
        <p className="message-text">{textOf(entry.body)}</p>
        {refused && (
          <div role="alert">
            <p>{refused.title}</p>
            <p className="quiet">{refused.remedy}</p>
            <div className="message-actions">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => void deviceOf(personId).then(({ outbox }) => outbox.retry(entry.id))}
              >
                {t('client:problem.retry')}
              </Button>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => void deviceOf(personId).then(({ outbox }) => outbox.drop(entry.id))}
              >
                {t('message.delete')}
              </Button>
            </div>
          </div>
        )}
      </div>
      <p className="message-mark">{t(refused ? 'mark.refused' : 'mark.waiting')}</p>
    </li>
  );
}
