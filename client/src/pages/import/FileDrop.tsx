import { Button } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../kit/Icon.tsx';
import './import.css';

interface FileDropProps {
  readonly onFiles: (files: FileList) => void;
  readonly isEmpty: boolean;
}

/** Drop spreadsheets here, or choose them. */
export function FileDrop({ onFiles, isEmpty }: FileDropProps) {
  const { t } = useTranslation('client');
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className={over ? 'drop drop-over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Button
        variant={isEmpty ? 'filled' : 'default'}
        leftSection={<Icon name="upload" size={18} />}
        onClick={() => input.current?.click()}
      >
        {t(isEmpty ? 'import.choose' : 'import.chooseMore')}
      </Button>
      <span className="quiet on-desk">{t('import.orDrop')}</span>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,.tsv,.xlsx,.zip,.fet"
        multiple
        hidden
        aria-label={t('import.choose')}
        onChange={(event) => {
          if (event.currentTarget.files?.length) onFiles(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
