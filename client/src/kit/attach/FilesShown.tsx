import { useTranslation } from 'react-i18next';
import { fileAddress, type StoredFile } from '../../api/files.ts';
import { Icon } from '../Icon.tsx';
import './attach.css';

/** The files of something that was written: pictures are seen, everything else is downloaded. */
export function FilesShown({ files }: { readonly files: readonly StoredFile[] }) {
  const { t, i18n } = useTranslation('client');
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label={t('kit.attach.list')}>
      {files.map(({ id, name, width, height, size }) =>
        width && height ? (
          <li key={id} className="files-picture">
            <a href={fileAddress(id)} target="_blank" rel="noopener">
              <img src={fileAddress(id)} alt={name} width={width} height={height} loading="lazy" decoding="async" />
            </a>
          </li>
        ) : (
          <li key={id}>
            <a href={fileAddress(id)} download={name} className="files-link">
              <Icon name="file" size={18} />
              <span>{name}</span>
              <span className="quiet small">{sizeText(size, i18n.language)}</span>
            </a>
          </li>
        ),
      )}
    </ul>
  );
}

function sizeText(bytes: number, language: string): string {
  const [value, unit] = bytes >= 1_000_000 ? [bytes / 1_000_000, 'megabyte'] : [bytes / 1000, 'kilobyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}
