import type { ThreadBrief } from '../../schemas.ts';
import type { useTexts } from '../useTexts.ts';

type Texts = ReturnType<typeof useTexts>['t'];

/** What a conversation is called by its reader: the others in it, or whose family it is. */
export function titleOf(t: Texts, thread: Pick<ThreadBrief, 'kind' | 'about' | 'people'>, personId: string): string {
  if (thread.kind !== 'people') return t(`kind.${thread.kind}`, { name: thread.about?.name ?? '' });
  const others = thread.people.filter(({ id }) => id !== personId);
  return others.map(({ name }) => name || t('gone')).join(', ');
}
