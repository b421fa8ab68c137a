import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { watch } from './connection.ts';

/**
 * Reads the given queries anew when the server says that this key changed, after a lost connection, and when
 * the person comes back to the page. An empty key watches nothing.
 */
export function useTopic(
  topic: string,
  key: string,
  queryKeys: readonly QueryKey[],
  onProgress?: (progress: unknown) => void,
): void {
  const client = useQueryClient();
  const latest = useRef({ queryKeys, onProgress });
  useEffect(() => {
    latest.current = { queryKeys, onProgress };
  });
  useEffect(() => {
    if (!key) return;
    const onChange = () => {
      for (const queryKey of latest.current.queryKeys) void client.invalidateQueries({ queryKey });
    };
    const onVisible = () => {
      if (document.visibilityState === 'visible') onChange();
    };
    document.addEventListener('visibilitychange', onVisible);
    const stop = watch(topic, key, {
      onChange,
      onProgress: (progress) => latest.current.onProgress?.(progress),
    });
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      stop();
    };
  }, [client, topic, key]);
}
