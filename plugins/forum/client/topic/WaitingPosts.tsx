import { Button } from '@mantine/core';
import type { Queued } from '../../../../client/src/offline/personStore.ts';
import { useOutbox } from '../../../../client/src/offline/useOutbox.ts';
import { useTexts } from '../useTexts.ts';
import { wordsOf } from './wordsOf.ts';

interface WaitingPostsProps {
  readonly lane: string;
  /** Takes the words of a refused one back into the field, where there is one. */
  readonly onBack?: (entry: Queued) => Promise<void> | void;
}

/** What was written here and waits for the line, or was refused, in its place below what has arrived. */
export function WaitingPosts({ lane, onBack }: WaitingPostsProps) {
  const { t } = useTexts();
  const { waiting, retry, drop } = useOutbox(lane);
  if (waiting.length === 0) return null;
  // Its words are there before it is gone here.
  const takeBack = async (entry: Queued): Promise<void> => {
    await onBack?.(entry);
    await drop(entry.id);
  };
  return (
    <ul className="posts" aria-label={t('outbox.waiting')}>
      {waiting.map((entry) => (
        <li key={entry.id} className="post post-mine post-waiting">
          <p className="quiet small">{t(entry.refused ? 'outbox.refused' : 'outbox.waits')}</p>
          <p className="post-words">{wordsOf(entry.body)}</p>
          {entry.refused && (
            <div role="alert">
              <p>{entry.refused.title}</p>
              <p className="quiet">{entry.refused.remedy}</p>
              <div className="actions">
                <Button variant="default" size="compact-md" onClick={() => void retry(entry.id)}>
                  {t('outbox.again')}
                </Button>
                <Button variant="subtle" size="compact-md" onClick={() => void takeBack(entry)}>
                  {t(onBack ? 'outbox.back' : 'post.delete')}
                </Button>
              </div>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
