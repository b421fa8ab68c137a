import { CloseButton } from '@mantine/core';
import { type MouseEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
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
export function Sheet(props: SheetProps) {
  return props.opened ? createPortal(<OpenSheet {...props} />, document.body) : null;
}

/** The browser's own dialog keeps the focus inside and everything else out of reach, at no cost to a weak line. */
function OpenSheet({ title, onClose, children, foot, wide }: SheetProps) {
  const { t } = useTranslation('client');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    const first =
      shown?.querySelector<HTMLElement>('[data-autofocus]') ?? shown?.querySelector<HTMLElement>('.sheet-title');
    first?.focus();
    return () => shown?.close();
  }, []);
  const closeOutside = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes by `onCancel`; the click is on the backdrop
    <dialog
      ref={dialog}
      className={wide ? 'sheet sheet-wide' : 'sheet'}
      aria-labelledby={id}
      onClick={closeOutside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="sheet-inner">
        <div className="sheet-head">
          <h2 id={id} className="sheet-title" tabIndex={-1}>
            {title}
          </h2>
          <CloseButton size="lg" aria-label={t('kit.close')} onClick={onClose} />
        </div>
        {children}
        {foot && <div className="sheet-foot">{foot}</div>}
      </div>
    </dialog>
  );
}
