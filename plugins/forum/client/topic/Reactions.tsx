import { useWrite } from '../../../../client/src/api/useWrite.ts';
import type { PostView, Sign } from '../../schemas/topics.ts';
import { react } from '../api/topics.ts';
import { useTexts } from '../useTexts.ts';

const pictures: Readonly<Record<Sign, string>> = { thanks: '🙏', agree: '👍', done: '✅', question: '❓' };
const signs: readonly Sign[] = ['thanks', 'agree', 'done', 'question'];

interface ReactionsProps {
  readonly post: PostView;
  readonly onChanged: (post: PostView) => void;
}

/** Signs under a post; a tap puts one or takes it back. */
export function Reactions({ post, onChanged }: ReactionsProps) {
  const { t } = useTexts();
  const reacting = useWrite(({ sign, isOn }: { sign: Sign; isOn: boolean }) => react(post.id, sign, isOn), {
    onDone: onChanged,
  });
  return (
    <fieldset className="signs">
      <legend className="unseen">{t('post.signs')}</legend>
      {signs.map((sign) => {
        const { count = 0, isMine = false } = post.reactions.find((one) => one.sign === sign) ?? {};
        return (
          <button
            key={sign}
            type="button"
            className="sign"
            aria-pressed={isMine}
            aria-label={t('post.sign', { sign: t(`post.signName.${sign}`), count })}
            title={t(`post.signName.${sign}`)}
            onClick={() => reacting.mutate({ sign, isOn: !isMine })}
          >
            <span aria-hidden="true">{pictures[sign]}</span>
            {count > 0 && <span aria-hidden="true">{count}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}
