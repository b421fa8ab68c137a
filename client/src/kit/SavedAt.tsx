import { useTranslation } from 'react-i18next';
import { useTimes } from '../time/useTimes.ts';

interface SavedAtProps {
  readonly state: 'saving' | 'saved' | 'unsaved';
  readonly at: Date | undefined;
}

/** "Saved 10:42". */
export function SavedAt({ state, at }: SavedAtProps) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const text =
    state === 'saved' && at
      ? t('kit.savedAt', { time: times.time(at) })
      : t(state === 'saving' ? 'kit.saving' : 'kit.unsaved');
  return (
    <span role="status" className="quiet small">
      {state === 'saved' && !at ? '' : text}
    </span>
  );
}
