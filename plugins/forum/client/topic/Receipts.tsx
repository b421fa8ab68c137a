import { Button } from '@mantine/core';
import { useSession } from '../../../../client/src/api/session.ts';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import { StateText } from '../../../../client/src/kit/StateText.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { PostView } from '../../schemas/topics.ts';
import { forumKey } from '../api/boards.ts';
import { confirmNote } from '../api/notes.ts';
import { useTexts } from '../useTexts.ts';

interface ReceiptsProps {
  readonly post: PostView;
  readonly onChanged: (post: PostView) => void;
}

/** Of a note that asks for it: a button to confirm reading, and for the tutor who has read it and who has not. */
export function Receipts({ post, onChanged }: ReceiptsProps) {
  const { t } = useTexts();
  const times = useTimes();
  const me = useSession().person?.id;
  const confirming = useWrite(() => confirmNote(post.id), { refreshes: [[forumKey, 'notes']], onDone: onChanged });
  if (post.receipts.length === 0) return null;
  return (
    <div className="receipts">
      {post.may.confirm && (
        <Button loading={confirming.isPending} onClick={() => confirming.mutate(undefined)}>
          {t('note.confirm')}
        </Button>
      )}
      <ul>
        {post.receipts.map(({ person, confirmedAt }) => (
          <li key={person.id}>
            <StateText tone={confirmedAt ? 'done' : 'waiting'}>
              {person.id === me
                ? confirmedAt
                  ? t('note.youRead', { when: times.dateTime(confirmedAt) })
                  : t('note.youNotYet')
                : confirmedAt
                  ? t('note.hasRead', { name: person.name, when: times.dateTime(confirmedAt) })
                  : t('note.notYet', { name: person.name })}
            </StateText>
          </li>
        ))}
      </ul>
    </div>
  );
}
