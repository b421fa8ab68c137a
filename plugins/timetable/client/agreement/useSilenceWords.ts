import { useAgreementTexts } from './useAgreementTexts.ts';

/** Says what the silence of a home school means. */
export function useSilenceWords(): (silenceDays: number | null) => string {
  const { t } = useAgreementTexts();
  return (silenceDays) => (silenceDays === null ? t('silence.notIn') : t('silence.in', { count: silenceDays }));
}
