import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from './Icon.tsx';
import './diff.css';

export type ChangeKind = 'moved' | 'cancelled' | 'added' | 'kept';

export interface Change {
  readonly id: string;
  readonly kind: ChangeKind;
  /** The lesson: subject, group. */
  readonly title: string;
  /** When it was; left out for what is new. */
  readonly from?: string;
  /** When it will be; left out for what is cancelled. */
  readonly to?: string;
  readonly details?: string;
}

const kinds: readonly ChangeKind[] = ['moved', 'cancelled', 'added', 'kept'];
const signs: Readonly<Record<ChangeKind, IconName>> = {
  moved: 'moved',
  cancelled: 'close',
  added: 'plus',
  kept: 'check',
};

/** The exact list of what will change, before it does. What stays is folded away. */
export function DiffList({ changes }: { readonly changes: readonly Change[] }) {
  const { t } = useTranslation('client');
  const groups = kinds
    .map((kind) => ({ kind, items: changes.filter((change) => change.kind === kind) }))
    .filter(({ items }) => items.length > 0);
  return (
    <div className="diff">
      {groups.map(({ kind, items }) => (
        <details key={kind} open={kind !== 'kept'}>
          <summary>
            <Icon name={signs[kind]} size={16} />
            <span>{t(`kit.diff.${kind}`, { count: items.length })}</span>
          </summary>
          <ul>
            {items.map((item) => (
              <ChangeRow key={item.id} change={item} />
            ))}
          </ul>
        </details>
      ))}
    </div>
  );
}

function ChangeRow({ change }: { readonly change: Change }) {
  const { t } = useTranslation('client');
  return (
    <li className="diff-row">
      <div>
        <span className="diff-title">{change.title}</span>
        {change.details && <span className="quiet small"> {change.details}</span>}
      </div>
      <div className="figures">
        {change.from && (change.kind === 'kept' ? <span>{change.from}</span> : <del>{change.from}</del>)}
        {change.from && change.to && change.kind !== 'kept' && (
          <>
            <span aria-hidden="true"> → </span>
            <span className="unseen"> {t('kit.diff.becomes')} </span>
          </>
        )}
        {change.to && change.kind !== 'kept' && <ins>{change.to}</ins>}
      </div>
    </li>
  );
}
