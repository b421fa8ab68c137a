import { useTranslation } from 'react-i18next';
import { List, Row } from '../kit/List.tsx';
import { Sheet } from '../kit/Sheet.tsx';
import type { Queued } from '../offline/personStore.ts';
import { useTimes } from '../time/useTimes.ts';

interface QueueSheetProps {
  readonly waiting: readonly Queued[];
  readonly onClose: () => void;
}

const shownWords = 120;

/** Of what somebody wrote: its title, its words, what was agreed. */
function wordsOf(body: unknown): string {
  const found = ['title', 'text', 'agreed'].map((name) =>
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined,
  );
  const words = found.find((one): one is string => typeof one === 'string' && one.trim() !== '') ?? '';
  return words.slice(0, shownWords);
}

/** Each thing that waits or was not accepted, and the way to the page where it was written. */
export function QueueSheet({ waiting, onClose }: QueueSheetProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  return (
    <Sheet title={t('shell.queue')} opened onClose={onClose}>
      <List label={t('shell.queue')}>
        {waiting.map(({ id, body, at, page, refused }) => (
          <Row
            key={id}
            title={wordsOf(body) || t('shell.queueNote')}
            details={[times.dateTime(new Date(at)), ...(refused ? [refused.title] : [])].join(' · ')}
            {...(page ? { to: page } : {})}
          />
        ))}
      </List>
    </Sheet>
  );
}
