import { Button } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon.tsx';
import type { Attachments } from './useAttachments.ts';

const taken = 'image/jpeg,image/png,image/webp,image/gif,.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt';

/** Chooses files to attach; on a phone the system offers the camera too. */
export function AttachButton({ to }: { readonly to: Attachments }) {
  const { t } = useTranslation('client');
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant="default" leftSection={<Icon name="file" size={18} />} onClick={() => input.current?.click()}>
        {t('kit.attach.add')}
      </Button>
      <input
        ref={input}
        type="file"
        accept={taken}
        multiple
        hidden
        aria-label={t('kit.attach.add')}
        onChange={(event) => {
          if (event.currentTarget.files?.length) to.add(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}
