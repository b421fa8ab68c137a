import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { write } from '../../api/request.ts';
import { useWrite } from '../../api/useWrite.ts';
import { errorOf, FieldErrors } from '../../kit/FieldErrors.tsx';
import { Sheet } from '../../kit/Sheet.tsx';
import { showToast } from '../../kit/toasts.ts';
import { ZoneSelect } from '../../time/ZoneSelect.tsx';

/** One field of a thing of the school. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'date' | 'zone' | 'choice';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}

type Values = Readonly<Record<string, string>>;

/** A term, a holiday, a home school or a subject, as its sheet shows it. */
export interface Edited {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly values: Values;
  /** Where they are: `/terms`. */
  readonly path: string;
  /** Of one that is there. */
  readonly known?: { readonly id: string; readonly revision: number; readonly method: 'PUT' | 'PATCH' };
  /** Turns texts of the form into what is sent. */
  readonly bodyOf?: (values: Values) => unknown;
}

interface FieldsSheetProps {
  readonly edited: Edited;
  readonly refreshes: readonly (readonly string[])[];
  readonly onClose: () => void;
}

/** Adds, changes or removes one thing of the school that is only a few fields. */
export function FieldsSheet({ edited, refreshes, onClose }: FieldsSheetProps) {
  const { t } = useTranslation('client');
  const { fields, known, path, bodyOf = (given) => given } = edited;
  const [values, setValues] = useState(edited.values);
  const done = () => {
    showToast(t('settings.saved'));
    onClose();
  };
  const saving = useWrite(
    () =>
      known
        ? write<unknown>(known.method, `${path}/${known.id}`, bodyOf(values), { revision: known.revision })
        : write<unknown>('POST', path, bodyOf(values)),
    { refreshes, onDone: done },
  );
  const removing = useWrite(() => write<unknown>('DELETE', `${path}/${known?.id}`), { refreshes, onDone: done });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate(undefined);
  };
  const isWhole = fields.every(({ name, kind }) => kind === 'choice' || values[name]?.trim());
  return (
    <Sheet title={edited.title} opened onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <FieldErrors problem={saving.error ?? removing.error} shownElsewhere={fields.map(({ name }) => name)} />
        {fields.map((field) => (
          <OneField
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={errorOf(saving.error, field.name)}
            onChange={(value) => setValues({ ...values, [field.name]: value })}
          />
        ))}
        <div className="sheet-foot">
          {known && (
            <Button variant="default" loading={removing.isPending} onClick={() => removing.mutate(undefined)}>
              {t('manage.remove')}
            </Button>
          )}
          <Button type="submit" disabled={!isWhole} loading={saving.isPending}>
            {t(known ? 'manage.save' : 'manage.add')}
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

interface OneFieldProps {
  readonly field: Field;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function OneField({ field: { kind, label, options = [] }, value, error, onChange }: OneFieldProps) {
  if (kind === 'zone') return <ZoneSelect label={label} value={value} error={error} onChange={onChange} />;
  if (kind === 'choice') {
    return (
      <NativeSelect
        label={label}
        data={[...options]}
        value={value}
        error={error}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      type={kind}
      label={label}
      maxLength={200}
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
