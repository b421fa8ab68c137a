import type { ThreadView } from '../../schemas.ts';
import { useTexts } from '../useTexts.ts';

const listed = (names: readonly string[], language: string): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(names);

/** Says who sees what is written here, before it is sent. */
export function WhoReads({ thread, personId }: { readonly thread: ThreadView; readonly personId: string }) {
  const { t, i18n } = useTexts();
  const others = thread.people.flatMap(({ id, name }) => (id === personId ? [] : [name || t('gone')]));
  const isIn = others.length < thread.people.length;
  const read = isIn ? [t('who.you'), ...others] : others;
  return (
    <div className="messages-who">
      <p>{others.length > 0 ? t('who.read', { names: listed(read, i18n.language) }) : t('who.nobodyYet')}</p>
      {thread.isSupervised && (
        <p>
          {thread.supervisors.length > 0
            ? t('who.supervised', {
                names: listed(
                  thread.supervisors.map(({ name }) => name),
                  i18n.language,
                ),
              })
            : t('who.supervisedRoles')}
        </p>
      )}
    </div>
  );
}
