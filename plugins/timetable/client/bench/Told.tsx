import type { PublicationPreview } from '../../schemas/publications.ts';
import { useTexts } from '../useTexts.ts';

const kinds = ['student', 'guardian', 'teacher'] as const;

/** Who will be told, by name; folded away by kind. */
export function Told({ told }: Pick<PublicationPreview, 'told'>) {
  const { t } = useTexts();
  if (told.length === 0) return <p className="quiet">{t('publish.nobodyTold')}</p>;
  return (
    <div>
      {kinds
        .map((kind) => ({ kind, people: told.filter((one) => one.as === kind) }))
        .filter(({ people }) => people.length > 0)
        .map(({ kind, people }) => (
          <details key={kind} className="bench-details">
            <summary>{t(`publish.told.${kind}`, { count: people.length })}</summary>
            <ul className="bench-columns">
              {people.map(({ personId, name, childName, changes }) => (
                <li key={`${personId} ${childName}`}>
                  {childName ? t('publish.guardianOf', { name, child: childName }) : name}
                  <span className="quiet small"> {t('publish.lessons', { count: changes })}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  );
}
