import { useTranslation } from 'react-i18next';
import './import.css';

const files = [
  'home-schools',
  'staff',
  'students',
  'guardians',
  'groups',
  'courses',
  'windows',
  'terms',
  'holidays',
] as const;

/** Which files there are, and what each holds. */
export function Formats() {
  const { t } = useTranslation('client');
  return (
    <>
      <p className="quiet">{t('import.formatsWhy')}</p>
      <dl className="formats">
        {files.map((file) => (
          <div key={file}>
            <dt>{file}.csv</dt>
            <dd>{t(`import.format.${file}`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
