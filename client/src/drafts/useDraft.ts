import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../api/session.ts';
import { loadDraft, saveDraft } from './drafts.ts';

const pauseMs = 400;

/** A text that is kept on this device while it is typed. A browser that keeps nothing still lets people write. */
export function useDraft(key: string) {
  const personId = useSession().person?.id ?? '';
  const [text, setText] = useState('');
  const [savedAt, setSavedAt] = useState<Date>();
  const touched = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    let isCurrent = true;
    touched.current = false;
    setText('');
    loadDraft(personId, key)
      .then((draft) => {
        if (!isCurrent || touched.current || !draft) return;
        setText(draft.text);
        setSavedAt(draft.savedAt);
      })
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [personId, key]);

  const write = useCallback(
    (next: string) => {
      touched.current = true;
      setText(next);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        saveDraft(personId, key, next)
          .then(setSavedAt)
          .catch(() => undefined);
      }, pauseMs);
    },
    [personId, key],
  );
  /** Empties the text once it has been sent. */
  const clear = useCallback(() => {
    clearTimeout(timer.current);
    setText('');
    setSavedAt(undefined);
    void saveDraft(personId, key, '').catch(() => undefined);
  }, [personId, key]);
  return { text, write, clear, savedAt };
}
