import type { LessonPlaceView } from '../../schemas/lessonPlaces.ts';
import { useTexts } from '../useTexts.ts';
import { reasonsOf } from './placeReasons.ts';
import { useEffectWords } from './useMoveWords.ts';
import { useBenchWords } from './words.ts';
import '../reschedule/reschedule.css';

interface Choosable {
  readonly name: string;
  readonly place: LessonPlaceView;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

interface Blocked {
  readonly place: LessonPlaceView;
}

/** A place to choose with its effect, or one that cannot be chosen with the reasons. */
export function PlaceOption(props: Choosable | Blocked) {
  const { place: placeText, nameOf } = useBenchWords();
  const { t } = useTexts();
  const effectWords = useEffectWords();
  const { place } = props;
  if (!('name' in props)) {
    return (
      <li>
        <span className="slot-time figures">{placeText(place)}</span>
        <Reasons place={place} />
      </li>
    );
  }
  const excused = place.excused.length > 0 && t('move.excused', { names: place.excused.map(nameOf).join(', ') });
  return (
    <label className="slot">
      <input type="radio" name={props.name} checked={props.isChosen} onChange={props.onChoose} />
      <span>
        <span className="slot-time figures">{placeText(place)}</span>
        <span className="quiet small">{[effectWords(place), excused].filter(Boolean).join(' · ')}</span>
      </span>
    </label>
  );
}

function Reasons({ place }: { readonly place: LessonPlaceView }) {
  const { t } = useTexts();
  const words = useBenchWords();
  return (
    <ul className="quiet small">
      {reasonsOf(place, words, t('move.break')).map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}
