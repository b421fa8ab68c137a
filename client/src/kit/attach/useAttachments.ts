import { useEffect, useRef, useState } from 'react';
import { type StoredFile, uploadFile } from '../../api/files.ts';
import { newKey } from '../../api/newKey.ts';
import { shrinkPicture } from './shrinkPicture.ts';

/** A file on its way to the server, or there already. */
export interface Attachment {
  readonly key: string;
  readonly name: string;
  readonly state: 'sending' | 'stored' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  readonly stored?: StoredFile;
  readonly problem?: Error;
}

export interface Attachments {
  readonly items: readonly Attachment[];
  /** Ids of what is stored, to be sent with the text. */
  readonly fileIds: readonly string[];
  readonly isSending: boolean;
  add(files: Iterable<File>): void;
  remove(key: string): void;
  /** Tries a failed one again. */
  retry(key: string): void;
  clear(): void;
}

const mostFiles = 10;

/** Files that somebody attaches to what they write: each is sent at once, one after another. */
export function useAttachments(): Attachments {
  const [items, setItems] = useState<readonly Attachment[]>([]);
  const sources = useRef(new Map<string, { readonly file: File; readonly stop: AbortController }>());
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    const going = sources.current;
    return () => {
      for (const { stop } of going.values()) stop.abort();
    };
  }, []);

  const change = (key: string, with_: Partial<Attachment>) =>
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...with_ } : item)));

  const send = async (key: string): Promise<void> => {
    const source = sources.current.get(key);
    if (!source) return;
    const { signal } = source.stop;
    try {
      const { content, name } = await shrinkPicture(source.file);
      signal.throwIfAborted();
      const stored = await uploadFile({ content, name, signal, onProgress: (share) => change(key, { share }) });
      change(key, { state: 'stored', share: 1, stored });
    } catch (cause) {
      if (!signal.aborted) change(key, { state: 'failed', problem: cause instanceof Error ? cause : new Error() });
    }
  };
  const enqueue = (key: string) => {
    queue.current = queue.current.then(() => send(key));
  };

  return {
    items,
    fileIds: items.flatMap(({ stored }) => (stored ? [stored.id] : [])),
    isSending: items.some(({ state }) => state === 'sending'),
    add: (files) => {
      const added = [...files].slice(0, mostFiles - items.length).map((file) => ({ key: newKey(), file }));
      for (const { key, file } of added) sources.current.set(key, { file, stop: new AbortController() });
      setItems((all) => [
        ...all,
        ...added.map(({ key, file }) => ({ key, name: file.name, state: 'sending' as const, share: 0 })),
      ]);
      for (const { key } of added) enqueue(key);
    },
    remove: (key) => {
      sources.current.get(key)?.stop.abort();
      sources.current.delete(key);
      setItems((all) => all.filter((item) => item.key !== key));
    },
    retry: (key) => {
      change(key, { state: 'sending', share: 0 });
      enqueue(key);
    },
    clear: () => {
      sources.current.clear();
      setItems([]);
    },
  };
}
