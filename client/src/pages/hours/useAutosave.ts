import { useEffect, useRef, useState } from 'react';

interface Autosave {
  readonly state: 'saving' | 'saved' | 'unsaved';
  readonly savedAt: Date | undefined;
  readonly problem: Error | undefined;
  /** Tries again after a problem. */
  readonly retry: () => void;
}

const restMs = 900;

/** Saves a value when it has rested for a moment; one save at a time, the newest value last. */
export function useAutosave<V>(value: V, isFit: boolean, save: (value: V) => Promise<void>): Autosave {
  const [saved, setSaved] = useState<{ value: V; at?: Date }>({ value });
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Error>();
  const latestSave = useRef(save);
  useEffect(() => {
    latestSave.current = save;
  });
  const changed = value !== saved.value;
  useEffect(() => {
    if (!changed || !isFit || saving || problem) return;
    const timer = setTimeout(async () => {
      setSaving(true);
      try {
        await latestSave.current(value);
        setSaved({ value, at: new Date() });
      } catch (cause) {
        setProblem(cause instanceof Error ? cause : new Error(String(cause)));
      } finally {
        setSaving(false);
      }
    }, restMs);
    return () => clearTimeout(timer);
  }, [value, changed, isFit, saving, problem]);
  useLeaveWarning(changed);
  return {
    state: saving ? 'saving' : changed ? 'unsaved' : 'saved',
    savedAt: saved.at,
    problem,
    retry: () => setProblem(undefined),
  };
}

/** The browser asks before a page with unsaved words is closed. */
function useLeaveWarning(isUnsaved: boolean): void {
  useEffect(() => {
    if (!isUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsaved]);
}
