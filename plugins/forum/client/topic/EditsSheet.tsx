import { useQuery } from '@tanstack/react-query';
import { ProblemView } from '../../../../client/src/kit/ProblemView.tsx';
import { RichText } from '../../../../client/src/kit/rich/RichText.tsx';
import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { Waiting } from '../../../../client/src/kit/Waiting.tsx';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import { editsQuery } from '../api/topics.ts';
import { useTexts } from '../useTexts.ts';

/** What a post said before. */
export function EditsSheet({ postId, onClose }: { readonly postId: string; readonly onClose: () => void }) {
  const { t } = useTexts();
  const times = useTimes();
  const { data, error, isPending } = useQuery(editsQuery(postId));
  return (
    <Sheet title={t('post.history')} opened onClose={onClose}>
      {isPending && <Waiting rows={2} />}
      {error && <ProblemView problem={error} />}
      <ol className="posts">
        {data?.items.map(({ blocks, replacedAt }) => (
          <li key={replacedAt} className="post">
            <p className="quiet small">{t('post.until', { when: times.dateTime(replacedAt) })}</p>
            <RichText blocks={blocks} />
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
