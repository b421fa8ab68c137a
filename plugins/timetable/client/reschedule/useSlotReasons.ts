import { useTranslation } from 'react-i18next';
import type { FreeSlotView } from '../../schemas/reschedules.ts';
import { useTexts } from '../useTexts.ts';

/** Why a free time stands where it stands, in words. */
export function useSlotReasons(): (slot: FreeSlotView) => readonly string[] {
  const { t } = useTexts();
  const { t: more, i18n } = useTranslation('reschedule');
  const signed = new Intl.NumberFormat(i18n.language, { signDisplay: 'always', maximumFractionDigits: 1 });
  const words = (reason: FreeSlotView['reasons'][number]): string => {
    switch (reason.kind) {
      case 'all-can-attend':
        return t('slot.all');
      case 'absences':
        return reason.names.length > 0
          ? t('slot.absentNames', { names: reason.names.join(', ') })
          : t('slot.absent', { count: reason.count });
      case 'wished':
        return t('slot.wished');
      case 'load':
        return t('slot.load', { count: reason.lessons });
      case 'gaps':
        return reason.change > 0
          ? more('gapsMore', { count: reason.change })
          : more('gapsFewer', { count: -reason.change });
      case 'twice':
        return more('twice');
      case 'score':
        return more('score', { change: signed.format(reason.change) });
      case 'same-day':
        return t('slot.sameDay');
      case 'days-earlier':
        return t('slot.earlier', { count: reason.days });
      case 'days-later':
        return t('slot.later', { count: reason.days });
    }
  };
  return ({ reasons }) => reasons.map(words);
}
