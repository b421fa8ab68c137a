import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePhone } from './usePhone.ts';
import './sheet.css';

interface SheetProps {
  readonly title: ReactNode;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, kept in reach below the content. */
  readonly foot?: ReactNode;
  readonly wide?: boolean;
}

/** Rises from below on a phone, a dialog on a desk. Holds the focus and gives it back. */
export function Sheet({ title, opened, onClose, children, foot, wide }: SheetProps) {
  const { t } = useTranslation('client');
  const phone = usePhone();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={title}
      size={wide ? 'xl' : 'md'}
      yOffset={phone ? 0 : '10dvh'}
      transitionProps={{ transition: phone ? 'slide-up' : 'pop', duration: 160 }}
      closeButtonProps={{ 'aria-label': t('kit.close') }}
      classNames={{
        inner: 'sheet-inner',
        content: 'sheet',
        header: 'sheet-head',
        title: 'sheet-title',
        body: 'sheet-body',
      }}
    >
      {children}
      {foot && <div className="sheet-foot">{foot}</div>}
    </Modal>
  );
}
