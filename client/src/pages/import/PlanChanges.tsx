import { useTranslation } from 'react-i18next';
import type { ImportChange } from '../../api/imports.ts';
import './import.css';

const actions = ['add', 'change', 'remove'] as const;

/** The exact list of what the import does, by kind of thing. Folded: the counts come first. */
export function PlanChanges({ changes }: { readonly changes: readonly ImportChange[] }) {
  const { t } = useTranslation('client');
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return (
    <div className="changes">
      {kinds.map((kind) => {
        const ofKind = changes.filter((change) => change.kind === kind);
        return (
          <details key={kind}>
            <summary>
              <span>{t(`import.kinds.${kind}`)}</span>
              <span className="quiet figures">
                {actions
                  .map((action) => ({ action, count: ofKind.filter((change) => change.action === action).length }))
                  .filter(({ count }) => count > 0)
                  .map(({ action, count }) => t(`import.actions.${action}`, { count }))
                  .join(', ')}
              </span>
            </summary>
            <ul>
              {ofKind.map((change) => (
                <li key={change.key}>
                  <ChangeText change={change} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

const shown = (value: ImportChange['fields'][string] | undefined): string => (value ?? '–').toString();

/** What a thing is called, when the file says it; else the school's own key. */
function titleOf({ fields, before, key }: ImportChange): string {
  const all = { ...before, ...fields };
  const person = [all.familyName, all.givenName, all.middleName].filter(Boolean).join(' ');
  return [person || all.name, key.split('|').filter(Boolean).join(' · ')].filter(Boolean).join(' · ');
}

function ChangeText({ change }: { readonly change: ImportChange }) {
  const { t } = useTranslation('client');
  return (
    <>
      <span className="quiet">{t(`import.action.${change.action}`)}: </span>
      {titleOf(change)}
      {change.action === 'change' &&
        Object.keys(change.fields).map((field) => (
          <span key={field} className="small">
            {' '}
            <del>{shown(change.before[field])}</del> → <ins>{shown(change.fields[field])}</ins>
          </span>
        ))}
    </>
  );
}
