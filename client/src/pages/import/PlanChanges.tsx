import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportChange, type ImportRun, type ImportSummary, useChanges } from '../../api/imports.ts';
import { List, Row } from '../../kit/List.tsx';
import { TableArea } from '../../kit/TableArea.tsx';
import { usePhone } from '../../kit/usePhone.ts';
import { useSettled } from '../../kit/useSettled.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import { useTimes } from '../../time/useTimes.ts';
import './import.css';

interface PlanChangesProps {
  readonly run: ImportRun;
  readonly counts: ImportSummary['counts'];
  /** Only what undoing left as it was. */
  readonly kept?: boolean;
}

const actions = ['add', 'change', 'remove'] as const;

/** How much of each kind changes, and the exact list, which can be searched. */
export function PlanChanges({ run, counts, kept = false }: PlanChangesProps) {
  const { t } = useTranslation('client');
  const [kind, setKind] = useState('');
  const [action, setAction] = useState('');
  const [text, setText] = useState('');
  const settled = useSettled(text, 300);
  const changes = useChanges(run.id, `${run.state} ${run.fingerprint}`, { kind, action, text: settled, kept });
  const items = changes.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      {!kept && <Counts counts={counts} />}
      <div className="import-filter no-print">
        <NativeSelect
          label={t('import.filterKind')}
          value={kind}
          data={[
            { value: '', label: t('import.all') },
            ...counts.map((one) => ({ value: one.kind, label: t(`import.kinds.${one.kind}`) })),
          ]}
          onChange={({ currentTarget: { value } }) => setKind(value)}
        />
        {!kept && (
          <NativeSelect
            label={t('import.filterAction')}
            value={action}
            data={[
              { value: '', label: t('import.all') },
              ...actions.map((one) => ({ value: one, label: t(`import.action.${one}`) })),
            ]}
            onChange={({ currentTarget: { value } }) => setAction(value)}
          />
        )}
        <TextInput
          type="search"
          label={t('import.filterText')}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
        />
      </div>
      {changes.isPending ? <Waiting /> : <ChangeList items={items} kept={kept} />}
      {changes.hasNextPage && (
        <div className="actions">
          <Button variant="default" loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
            {t('import.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function Counts({ counts }: { readonly counts: ImportSummary['counts'] }) {
  const { t } = useTranslation('client');
  return (
    <TableArea caption={t('import.preview')} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t('import.filterKind')}</th>
          {[...actions, 'leftAlone' as const].map((one) => (
            <th key={one} scope="col" className="number">
              {t(`import.action.${one}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((one) => (
          <tr key={one.kind}>
            <th scope="row">{t(`import.kinds.${one.kind}`)}</th>
            {[...actions, 'leftAlone' as const].map((column) => (
              <td key={column} className="number figures">
                {one[column] || '–'}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}

interface ChangeListProps {
  readonly items: readonly ImportChange[];
  readonly kept: boolean;
}

function ChangeList({ items, kept }: ChangeListProps) {
  const { t } = useTranslation('client');
  const phone = usePhone();
  if (items.length === 0) return <p className="quiet">{t('import.noneFound')}</p>;
  const label = t(kept ? 'import.kept' : 'import.preview');
  const signOf = (change: ImportChange): string =>
    kept && change.kept ? t(`import.whyKept.${change.kept}`) : t(`import.action.${change.action}`);
  if (phone)
    return (
      <List label={label}>
        {items.map((change) => (
          <Row
            key={change.nth}
            title={change.title}
            details={
              <>
                {signOf(change)} · {t(`import.kinds.${change.kind}`)}
                <Values change={change} />
              </>
            }
          />
        ))}
      </List>
    );
  return (
    <TableArea caption={label} captionHidden>
      <thead>
        <tr>
          <th scope="col">{t(kept ? 'import.why2' : 'import.filterAction')}</th>
          <th scope="col">{t('import.filterKind')}</th>
          <th scope="col">{t('import.what')}</th>
          <th scope="col">{t('import.values')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((change) => (
          <tr key={change.nth}>
            <td>{signOf(change)}</td>
            <td>{t(`import.kinds.${change.kind}`)}</td>
            <th scope="row">{change.title}</th>
            <td>
              <Values change={change} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableArea>
  );
}

/** Fields whose values are words of the product, not of the file. */
const spoken = ['relation', 'internet', 'language', 'purpose', 'quietHours'];

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const hidden = ['givenName', 'familyName', 'middleName', 'name'];

/** Old and new values of what changes; of what is new, what it says. */
function Values({ change }: { readonly change: ImportChange }) {
  const { t } = useTranslation('client');
  const times = useTimes();
  const shown = (field: string, value: ImportChange['fields'][string] | undefined): string => {
    if (value === null || value === undefined || value === '') return '–';
    if (typeof value === 'boolean') return t(value ? 'import.yes' : 'import.no');
    if (isDate(value)) return times.longDate(value);
    if (field === 'zone') return times.zoneName(String(value));
    return spoken.includes(field) ? t(`import.words.${value}`, { defaultValue: String(value) }) : String(value);
  };
  const isChange = change.action === 'change';
  const fields = Object.keys(change.fields).filter(
    (field) => isChange || (!hidden.includes(field) && change.fields[field] !== null),
  );
  return (
    <>
      {fields.map((field) => (
        <span key={field} className="import-value">
          <span className="quiet">{t(`import.fields.${field}`)}: </span>
          {isChange && (
            <>
              <del>{shown(field, change.before[field])}</del>
              <span aria-hidden="true"> → </span>
              <span className="unseen"> {t('kit.diff.becomes')} </span>
            </>
          )}
          <ins>{shown(field, change.fields[field])}</ins>
        </span>
      ))}
    </>
  );
}
