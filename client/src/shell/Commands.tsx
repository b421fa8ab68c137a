import { Suspense, useEffect, useSyncExternalStore } from 'react';
import { useNavigate } from 'react-router';
import { lazily } from '../lazily.ts';
import { openCommand, openedCommand, subscribeToCommand } from './commandStore.ts';
import { usePlaces } from './navigation.ts';

const Palette = lazily(async () => (await import('./Palette.tsx')).Palette);
const Shortcuts = lazily(async () => (await import('./Shortcuts.tsx')).Shortcuts);

const writing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

const finds = (event: KeyboardEvent): boolean => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';

/** Keys that work everywhere: Ctrl K finds, `?` lists keys, `g` and a number go to a place. */
export function Commands() {
  const opened = useSyncExternalStore(subscribeToCommand, openedCommand);
  useShortcuts();
  const close = () => openCommand(undefined);
  return (
    <Suspense fallback={null}>
      {opened === 'palette' && <Palette onClose={close} />}
      {opened === 'shortcuts' && <Shortcuts onClose={close} />}
    </Suspense>
  );
}

function useShortcuts(): void {
  const navigate = useNavigate();
  const places = usePlaces();
  useEffect(() => {
    let going = false;
    const onPlainKey = (key: string) => {
      const place = going ? places[Number(key) - 1] : undefined;
      going = key === 'g';
      if (place) void navigate(place.to);
      if (key === '?') openCommand('shortcuts');
    };
    const onKey = (event: KeyboardEvent) => {
      if (finds(event)) {
        event.preventDefault();
        openCommand('palette');
      } else if (!(event.ctrlKey || event.metaKey || event.altKey || writing(event.target))) onPlainKey(event.key);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate, places]);
}
