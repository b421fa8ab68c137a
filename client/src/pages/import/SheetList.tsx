import { useTranslation } from 'react-i18next';
import type { ImportSheet } from '../../api/imports.ts';
import { Icon } from '../../kit/Icon.tsx';
import { List, Row } from '../../kit/List.tsx';

/** What was found in the files. */
export function SheetList({ sheets }: { readonly sheets: readonly ImportSheet[] }) {
  const { t } = useTranslation('client');
  if (sheets.length === 0) return null;
  return (
    <List label={t('import.chosen')}>
      {sheets.map((sheet, at) => (
        <Row
          // biome-ignore lint/suspicious/noArrayIndexKey: two sheets may come from one file, and the list never changes
          key={`${sheet.file} ${at}`}
          lead={<Icon name="file" size={18} />}
          title={sheet.file}
          details={[
            sheet.form ? t(`import.forms.${sheet.form}`) : t('import.formUnknown'),
            t('import.rows', { count: sheet.rows }),
          ].join(' · ')}
        />
      ))}
    </List>
  );
}
