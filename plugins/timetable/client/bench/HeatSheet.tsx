import { Sheet } from '../../../../client/src/kit/Sheet.tsx';
import { useTexts } from '../useTexts.ts';
import type { HeatSlot } from './heatSlot.ts';
import { useBenchWords } from './words.ts';

interface HeatSheetProps {
  readonly slot: HeatSlot | undefined;
  readonly total: number;
  readonly onClose: () => void;
}

/** Who cannot be online in one slot, and why. */
export function HeatSheet({ slot, total, onClose }: HeatSheetProps) {
  const { t } = useTexts();
  const { place, blocker, periods } = useBenchWords();
  return (
    <Sheet title={slot ? place(slot) : ''} opened={slot !== undefined} onClose={onClose}>
      {slot && (
        <>
          <p>{t('heat.can', { can: slot.online, total })}</p>
          {slot.times
            .filter((time) => time.startsTime !== slot.startsTime)
            .map((time) => (
              <p key={`${time.weekday} ${time.startsTime}`} className="quiet small figures">
                {t('heat.yourTime', { time: `${place(time)}–${time.endsTime}` })}
                {time.periods.length > 0 && ` (${periods(time.periods)})`}
              </p>
            ))}
          {slot.cannot.length > 0 ? (
            <>
              <h3>{t('heat.cannot')}</h3>
              <ul className="bench-plain">
                {slot.cannot.map((one) => (
                  <li key={`${one.person?.id} ${one.reason}`}>{blocker(one)}</li>
                ))}
              </ul>
            </>
          ) : (
            <p>{t('heat.everybody')}</p>
          )}
        </>
      )}
    </Sheet>
  );
}
