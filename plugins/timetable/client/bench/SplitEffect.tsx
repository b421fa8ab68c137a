import { StateText } from '../../../../client/src/kit/StateText.tsx';
import type { SplitPreview } from '../../schemas/split.ts';
import { useBenchTexts } from './useBenchTexts.ts';
import { useBenchWords } from './words.ts';

const shown = 5;

/** What splitting would do: where each part could have its lessons, and what more the teacher teaches. */
export function SplitEffect({ effect }: { readonly effect: SplitPreview }) {
  const { t } = useBenchTexts();
  const { place, nameOf } = useBenchWords();
  return (
    <div aria-live="polite">
      <h4>{t('split.effect')}</h4>
      <ul className="bench-plain">
        {effect.parts.map((part) => (
          <li key={part.name}>
            <p>
              <strong>{part.name}</strong> <span className="quiet">{part.students.map(nameOf).join(', ')}</span>
            </p>
            {part.withoutPlace > 0 ? (
              <StateText tone="stopped">{t('split.lacks', { count: part.withoutPlace })}</StateText>
            ) : (
              <p className="small figures">
                {t('split.places', { count: part.open.length })}: {part.open.slice(0, shown).map(place).join('; ')}
                {part.open.length > shown && ' …'}
              </p>
            )}
          </li>
        ))}
      </ul>
      {effect.teacher && (
        <p className="small">
          {t('split.teacher', { name: effect.teacher.name, before: effect.teacherBefore, after: effect.teacherAfter })}
        </p>
      )}
    </div>
  );
}
