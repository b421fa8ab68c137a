import type { ThreadView } from '../../schemas.ts';
import { useTexts } from '../useTexts.ts';

const names = (people: readonly { readonly name: string }[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(people.map(({ name }) => name));

/** Says who sees what is written here, before it is sent. */
export function WhoReads({ thread, personId }: { readonly thread: ThreadView; readonly personId: string }) {
  const { t, i18n } = useTexts();
  const others = thread.people.filter(({ id }) => id !== personId);
  return (
    <div className="messages-who">
      <p>{others.length > 0 ? t('who.read', { names: names(others, i18n.language) }) : t('who.nobodyYet')}</p>
      {thread.isSupervised && (
        <p>
          {thread.supervisors.length > 0
            ? t('who.supervised', { names: names(thread.supervisors, i18n.language) })
            : t('who.supervisedRoles')}
        </p>
      )}
    </div>
  );
}
