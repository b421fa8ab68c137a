import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 48em)');

function subscribe(listener: () => void): () => void {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the window is as narrow as a phone: lists instead of grids, sheets instead of dialogs. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
