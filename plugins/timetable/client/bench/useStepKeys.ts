import { useEffect, useRef } from 'react';

interface Steps {
  /** Left out while there is nothing to take back or to do again. */
  readonly undo: (() => void) | undefined;
  readonly redo: (() => void) | undefined;
}

const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, [contenteditable]') !== null;

/** Ctrl-Z takes back the last step of the draft, Ctrl-Shift-Z or Ctrl-Y does it again; never while somebody writes. */
export function useStepKeys(steps: Steps): void {
  const latest = useRef(steps);
  latest.current = steps;
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || isWriting(event.target) || (key !== 'z' && key !== 'y')) return;
      const step = key === 'y' || event.shiftKey ? latest.current.redo : latest.current.undo;
      if (!step) return;
      event.preventDefault();
      step();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
}
