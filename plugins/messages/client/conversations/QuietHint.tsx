import { Button } from '@mantine/core';
import { useTimes } from '../../../../client/src/time/useTimes.ts';
import type { ThreadView } from '../../schemas.ts';
import { useTexts } from '../useTexts.ts';

const shown = 2;

interface QuietHintProps {
  readonly quiet: ThreadView['quiet'];
  /** Undefined for those who may not pass quiet hours. */
  readonly onUrge: (() => void) | undefined;
}

/** Says before the sending who will hear of it later, and when by their own clocks. */
export function QuietHint({ quiet, onUrge }: QuietHintProps) {
  const { t } = useTexts();
  const times = useTimes();
  if (quiet.length === 0) return null;
  return (
    <div className="messages-quiet">
      {quiet.slice(0, shown).map(({ id, name, until, zone }) => {
        const city = times.foreignZone(zone, until);
        const time = times.time(until, zone);
        return <p key={id}>{city ? t('quiet.hearsIn', { name, time, city }) : t('quiet.hears', { name, time })}</p>;
      })}
      {quiet.length > shown && <p>{t('quiet.more', { count: quiet.length - shown })}</p>}
      {onUrge && (
        <Button variant="subtle" size="compact-sm" onClick={onUrge}>
          {t('urgent.open')}
        </Button>
      )}
    </div>
  );
}
