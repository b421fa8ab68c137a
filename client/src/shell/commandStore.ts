type Command = 'palette' | 'shortcuts';

let opened: Command | undefined;
const listeners = new Set<() => void>();

export const openedCommand = (): Command | undefined => opened;

export function subscribeToCommand(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the palette or the list of shortcuts; nothing closes both. */
export function openCommand(command: Command | undefined): void {
  opened = command;
  for (const listener of listeners) listener();
}
