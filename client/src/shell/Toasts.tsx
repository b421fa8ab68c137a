import { Button, CloseButton } from '@mantine/core';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissToast, subscribeToToasts, type Toast, toastsNow } from '../kit/toasts.ts';
import './toasts.css';

/** Ten seconds to read it and to change one's mind; longer while it is pointed at or focused, or somebody tabs on the way to it. */
const shownMs = 10_000;

/** What was just done, said politely, with a way back. */
export function Toasts() {
  const toasts = useSyncExternalStore(subscribeToToasts, toastsNow);
  return (
    <div className="toasts no-print" role="status">
      {toasts.map((toast) => (
        <ToastRow key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastRow({ toast }: { readonly toast: Toast }) {
  const { t } = useTranslation('client');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const leaveLater = () => setTimeout(() => dismissToast(toast.id), shownMs);
    let timer = leaveLater();
    const wait = ({ key }: KeyboardEvent) => {
      if (key !== 'Tab') return;
      clearTimeout(timer);
      timer = leaveLater();
    };
    addEventListener('keydown', wait);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', wait);
    };
  }, [held, toast.id]);
  const undo = () => {
    dismissToast(toast.id);
    toast.onUndo?.();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from leaving
    <div
      className="toast"
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.text}</span>
      {toast.onUndo && (
        <Button variant="subtle" size="compact-sm" onClick={undo}>
          {t('kit.undo')}
        </Button>
      )}
      <CloseButton aria-label={t('kit.close')} onClick={() => dismissToast(toast.id)} />
    </div>
  );
}
