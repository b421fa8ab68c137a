import { useTranslation } from 'react-i18next';

/** How many new things wait at a place; nothing when none do. */
export function Fresh({ count }: { readonly count: number }) {
  const { t } = useTranslation('client');
  if (count === 0) return null;
  return (
    <span className="fresh">
      <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
      <span className="unseen">, {t('shell.fresh', { count })}</span>
    </span>
  );
}
