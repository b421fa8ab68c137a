import { useTexts } from '../useTexts.ts';

interface Effect {
  readonly hard: number;
  readonly soft: number;
}

/** What a move does to the score, in words. */
export function useEffectWords(): (effect: Effect) => string {
  const { t } = useTexts();
  const amount = (value: number) => Math.abs(Math.round(value * 10) / 10);
  return ({ hard, soft }) => {
    if (hard > 0) return t('move.breaks', { count: amount(hard) });
    if (hard < 0) return t('move.mends', { count: amount(hard) });
    if (soft < 0) return t('move.better', { count: amount(soft) });
    return soft > 0 ? t('move.worse', { count: amount(soft) }) : t('move.same');
  };
}
