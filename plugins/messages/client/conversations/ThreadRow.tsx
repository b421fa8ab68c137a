import { Row } from '../../../../client/src/kit/List.tsx';
import { dayOf } from '../../../../client/src/time/days.ts';
import { useNow } from '../../../../client/src/time/useNow.ts';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { ThreadBrief } from '../../schemas.ts';
import { useTexts } from '../useTexts.ts';
import { titleOf } from './words.ts';
import './messages.css';

const shownLetters = 120;

/** One conversation in a list: with whom, the last words, when. */
export function ThreadRow({ thread, personId }: { readonly thread: ThreadBrief; readonly personId: string }) {
  const { t } = useTexts();
  const times = useTimes();
  const today = dayOf(useNow(), times.zone);
  const { last, unread } = thread;
  const words = last?.deletedAt ? t('message.deleted') : (last?.text.slice(0, shownLetters) ?? '');
  const isToday = last && dayOf(new Date(last.sentAt), times.zone) === today;
  const when = last && (isToday ? times.time(last.sentAt) : times.date(last.sentAt));
  return (
    <Row
      to={`/messages/${thread.id}`}
      fresh={unread > 0}
      title={titleOf(t, thread, personId)}
      details={last && (last.author.id === personId ? t('list.mine', { words }) : words)}
      trail={
        <div className="messages-when">
          {when}
          {unread > 0 && <span className="messages-unread">{t('list.unread', { count: unread })}</span>}
        </div>
      }
    />
  );
}
