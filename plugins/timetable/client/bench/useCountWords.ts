import type { PublicationView } from '../../schemas/publications.ts';
import { useTexts } from '../useTexts.ts';

const kinds = ['added', 'moved', 'cancelled', 'kept'] as const;

/** "12 added, 3 moved"; what is none is left out. */
export function useCountWords(): (counts: PublicationView['counts']) => string {
  const { t } = useTexts();
  return (counts) =>
    kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => t(`publication.count.${kind}`, { count: counts[kind] }))
      .join(', ') || t('publication.nothing');
}
