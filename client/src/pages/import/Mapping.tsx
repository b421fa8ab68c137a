import { Button, NativeSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ImportAnswers, type ImportForm, type ImportSheet, useForms } from '../../api/imports.ts';
import { Section } from '../../kit/Section.tsx';
import { Waiting } from '../../kit/Waiting.tsx';

interface MappingProps {
  readonly sheets: readonly ImportSheet[];
  readonly busy: boolean;
  readonly onAnswers: (answers: ImportAnswers) => void;
}

const places: Readonly<Record<string, number>> = { en: 0, ru: 1, es: 2 };
const leftOut = '-';

type FormId = ImportForm['form'];

/** Asks what tables and headings mean that were not understood; the answers are remembered for this school. */
export function Mapping({ sheets, busy, onAnswers }: MappingProps) {
  const { t, i18n } = useTranslation('client');
  const forms = useForms();
  const [formsSaid, setForms] = useState<Readonly<Record<string, FormId | 'none'>>>({});
  const [columnsSaid, setColumns] = useState<Readonly<Record<string, string>>>({});
  if (!forms.data) return <Waiting />;
  const at = places[i18n.language] ?? 0;
  const { items } = forms.data;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAnswers({
      forms: Object.entries(formsSaid).map(([file, form]) => ({ file, form })),
      headings: sheets.flatMap(({ file, form, headings }) =>
        form === null || form === 'none'
          ? []
          : headings.flatMap(({ heading }) => {
              const said = columnsSaid[`${file} ${heading}`];
              return said ? [{ form, heading, column: said === leftOut ? '' : said }] : [];
            }),
      ),
    });
  };
  return (
    <Section title={t('import.mapping')}>
      <p className="quiet">{t('import.mappingWhy')}</p>
      <form className="stack mapping" onSubmit={submit}>
        {sheets
          .filter(({ form }) => form === null)
          .map(({ file }) => (
            <NativeSelect
              key={file}
              label={t('import.whatHolds', { file })}
              value={formsSaid[file] ?? ''}
              data={[
                { value: '', label: t('import.choosePlease') },
                ...items.map(({ form }) => ({ value: form, label: t(`import.forms.${form}`) })),
                { value: 'none', label: t('import.forms.none') },
              ]}
              onChange={({ currentTarget: { value } }) => {
                const form = value === 'none' ? 'none' : items.find((one) => one.form === value)?.form;
                if (form) setForms((before) => ({ ...before, [file]: form }));
              }}
            />
          ))}
        {sheets.map((sheet) => (
          <SheetMapping
            key={sheet.file}
            sheet={sheet}
            form={items.find(({ form }) => form === sheet.form)}
            place={at}
            said={columnsSaid}
            onSaid={(heading, column) => setColumns((before) => ({ ...before, [`${sheet.file} ${heading}`]: column }))}
          />
        ))}
        <div className="actions">
          <Button type="submit" loading={busy}>
            {t('import.lookAgain')}
          </Button>
        </div>
      </form>
    </Section>
  );
}

interface SheetMappingProps {
  readonly sheet: ImportSheet;
  readonly form: ImportForm | undefined;
  readonly place: number;
  readonly said: Readonly<Record<string, string>>;
  readonly onSaid: (heading: string, column: string) => void;
}

function SheetMapping({ sheet, form, place, said, onSaid }: SheetMappingProps) {
  const { t } = useTranslation('client');
  const unknown = sheet.headings.filter(({ column }) => column === null);
  if (!form || (unknown.length === 0 && sheet.missing.length === 0)) return null;
  const nameOf = (column: string): string =>
    form.columns.find((one) => one.column === column)?.headings[place] ?? column;
  const taken = new Set(sheet.headings.map(({ column }) => column));
  const open = form.columns.filter(({ column }) => !taken.has(column));
  return (
    <fieldset className="mapping-sheet">
      <legend>{sheet.file}</legend>
      {sheet.missing.length > 0 && <p>{t('import.missing', { columns: sheet.missing.map(nameOf).join(', ') })}</p>}
      {unknown.map(({ heading, sample }) => (
        <NativeSelect
          key={heading}
          label={heading}
          description={sample ? t('import.sample', { sample }) : undefined}
          value={said[`${sheet.file} ${heading}`] ?? ''}
          data={[
            { value: '', label: t('import.choosePlease') },
            ...open.map(({ column, isRequired }) => ({
              value: column,
              label: isRequired ? t('import.neededColumn', { column: nameOf(column) }) : nameOf(column),
            })),
            { value: leftOut, label: t('import.leaveOut') },
          ]}
          onChange={({ currentTarget: { value } }) => onSaid(heading, value)}
        />
      ))}
    </fieldset>
  );
}
