import { useEffect, useRef, useState } from 'react';
import { useWrite } from '../../../../client/src/api/useWrite.ts';
import type { PostView, Sign } from '../../schemas/topics.ts';
import { react } from '../api/topics.ts';
import { useTexts } from '../useTexts.ts';

const signs: readonly Sign[] = ['thanks', 'agree', 'done', 'question'];

interface ReactionsProps {
  readonly post: PostView;
  readonly onChanged: (post: PostView) => void;
}

/** Signs under a post, in words; a tap puts one or takes it back. */
export function Reactions({ post, onChanged }: ReactionsProps) {
  const { t } = useTexts();
  const [choosing, setChoosing] = useState(false);
  const all = useRef<HTMLFieldSetElement>(null);
  // The button that was pressed is gone: whoever goes by the keys goes on from the first sign.
  useEffect(() => {
    if (choosing) all.current?.querySelector('button')?.focus();
  }, [choosing]);
  const reacting = useWrite(({ sign, isOn }: { sign: Sign; isOn: boolean }) => react(post.id, sign, isOn), {
    onDone: (changed) => {
      setChoosing(false);
      onChanged(changed);
    },
  });
  const shown = signs.filter((sign) => choosing || post.reactions.some((one) => one.sign === sign));
  return (
    <fieldset ref={all} className="signs">
      <legend className="unseen">{t('post.signs')}</legend>
      {shown.map((sign) => {
        const { count = 0, isMine = false } = post.reactions.find((one) => one.sign === sign) ?? {};
        return (
          <button
            key={sign}
            type="button"
            className="sign"
            aria-pressed={isMine}
            onClick={() => reacting.mutate({ sign, isOn: !isMine })}
          >
            {t(`post.signName.${sign}`)}
            {count > 0 && <span className="figures">{count}</span>}
          </button>
        );
      })}
      {!choosing && (
        <button type="button" className="sign sign-add" onClick={() => setChoosing(true)}>
          {t('post.signs')}
        </button>
      )}
    </fieldset>
  );
}
