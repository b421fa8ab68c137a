import { Icon } from '../../../../client/src/kit/Icon.tsx';
import { reasonsOf } from './placeReasons.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import type { LessonDrag } from './useLessonDrag.ts';
import { useEffectWords } from './useMoveWords.ts';
import { useBenchWords } from './words.ts';

const shownReasons = 4;

/** What putting the carried lesson where the pointer is would do: the score, or who cannot be there and why. */
export function DragNote({ drag: { isCarrying, isPossible, place, isWaiting } }: { readonly drag: LessonDrag }) {
  const { t } = useBenchTexts();
  const words = useBenchWords();
  const effectWords = useEffectWords();
  if (!isCarrying) return isPossible ? <p className="quiet small no-print">{t('drag.hint')}</p> : null;
  if (isWaiting || !place) return <p className="told bench-note">{t(isWaiting ? 'drag.waiting' : 'drag.where')}</p>;
  const reasons = place.isAllowed ? [] : reasonsOf(place, words, t('drag.break'));
  return (
    <div className="told bench-note">
      <p>
        <strong className="figures">{words.place(place)}</strong>{' '}
        {place.isAllowed ? (
          effectWords(place)
        ) : (
          <>
            <Icon name="alert" size={14} /> {t('drag.cannot')}
          </>
        )}
      </p>
      {reasons.length > 0 && (
        <ul>
          {reasons.slice(0, shownReasons).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
          {reasons.length > shownReasons && <li>{t('drag.more', { count: reasons.length - shownReasons })}</li>}
        </ul>
      )}
    </div>
  );
}
