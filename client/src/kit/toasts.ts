export interface Toast {
  readonly id: number;
  readonly text: string;
  /** Takes back what was done. */
  readonly onUndo?: () => void;
}

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

const publish = (next: readonly Toast[]): void => {
  toasts = next;
  for (const listener of listeners) listener();
};

export const toastsNow = (): readonly Toast[] => toasts;

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const dismissToast = (id: number): void => publish(toasts.filter((toast) => toast.id !== id));

/** Says briefly what was done; with `onUndo`, offers to take it back. */
export function showToast(text: string, onUndo?: () => void): void {
  lastId += 1;
  publish([...toasts, { id: lastId, text, ...(onUndo ? { onUndo } : {}) }].slice(-3));
}
