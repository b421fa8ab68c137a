import { useQuery } from '@tanstack/react-query';
import { Empty } from '../../../../client/src/kit/Empty.tsx';
import { List, Row } from '../../../../client/src/kit/List.tsx';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { searchQuery } from '../api/conversations.ts';
import { useTexts } from '../useTexts.ts';
import { titleOf } from './words.ts';

/** Messages with the words that were looked for. */
export function FoundMessages({ q, personId }: { readonly q: string; readonly personId: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const { data, error, isPending, refetch } = useQuery(searchQuery(q));
  if (isPending) return <Waiting rows={2} />;
  if (!data) return <ProblemView problem={error} onRetry={() => void refetch()} />;
  if (data.items.length === 0) return <Empty title={t('search.none')}>{t('search.noneWhy')}</Empty>;
  return (
    <List label={t('search.found')}>
      {data.items.map(({ message, thread }) => (
        <Row
          key={message.id}
          to={`/messages/${thread.id}`}
          title={message.text.slice(0, 160)}
          details={`${message.author.name} · ${titleOf(t, thread, personId)}`}
          trail={times.date(message.sentAt)}
        />
      ))}
    </List>
  );
}
