import { useTranslation } from 'react-i18next';
import { useForms } from '../../api/imports.ts';
import { Waiting } from '../../kit/Waiting.tsx';
import './import.css';

/** Which forms there are, what each holds, and an empty one of each to fill in. */
export function Formats() {
  const { t, i18n } = useTranslation('client');
  const forms = useForms();
  if (!forms.data) return <Waiting />;
  return (
    <>
      <p className="quiet">{t('import.formatsWhy')}</p>
      <dl className="formats">
        {forms.data.items.map(({ form }) => (
          <div key={form}>
            <dt>{t(`import.forms.${form}`)}</dt>
            <dd>
              {t(`import.format.${form}`)}
              <span className="format-links no-print">
                {(['xlsx', 'csv'] as const).map((kind) => (
                  <a
                    key={kind}
                    href={`/api/import/templates/${form}/${kind}?language=${i18n.language}`}
                    download={`${t(`import.forms.${form}`)}.${kind}`}
                    aria-label={t('import.templateOf', { form: t(`import.forms.${form}`), kind: kind.toUpperCase() })}
                  >
                    {kind.toUpperCase()}
                  </a>
                ))}
              </span>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
