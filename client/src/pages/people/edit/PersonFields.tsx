import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLanguage, languageNames, languages } from '../../../i18n/language.ts';
import { errorOf } from '../../../kit/FieldErrors.tsx';
import '../../../kit/picker.css';
import { ZoneSelect } from '../../../time/ZoneSelect.tsx';
import { internets, type PersonDraft } from './personDraft.ts';

interface PersonFieldsProps {
  readonly draft: PersonDraft;
  readonly problem: Error | null;
  readonly onChange: (change: Partial<PersonDraft>) => void;
}

/** Fields that show their own message. */
export const ownFields = [
  'familyName',
  'givenName',
  'middleName',
  'email',
  'phone',
  'zone',
  'student.grade',
  'student.bornOn',
  'student.homeSchoolId',
];

/** What is known of every person: names, ways to reach them, language, clock and line. */
export function PersonFields({ draft, problem, onChange }: PersonFieldsProps) {
  const { t } = useTranslation('client');
  const text = (field: 'familyName' | 'givenName' | 'middleName' | 'email' | 'phone', type = 'text') => (
    <TextInput
      type={type}
      label={t(`manage.${field}`)}
      maxLength={254}
      value={draft[field]}
      error={errorOf(problem, field)}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <div className="form-pair">
        {text('familyName')}
        {text('givenName')}
      </div>
      {text('middleName')}
      <div className="form-pair">
        {text('email', 'email')}
        {text('phone', 'tel')}
      </div>
      <div className="form-pair">
        <NativeSelect
          label={t('settings.language')}
          data={languages.map((value) => ({ value, label: languageNames[value] }))}
          value={draft.language}
          onChange={(event) =>
            isLanguage(event.currentTarget.value) && onChange({ language: event.currentTarget.value })
          }
        />
        <NativeSelect
          label={t('people.internet')}
          data={internets.map((value) => ({ value, label: t(`people.internets.${value}`) }))}
          value={draft.internet}
          onChange={(event) => onChange({ internet: event.currentTarget.value })}
        />
      </div>
      <ZoneSelect
        label={t('settings.zone')}
        value={draft.zone}
        error={errorOf(problem, 'zone')}
        onChange={(zone) => onChange({ zone })}
      />
    </>
  );
}
