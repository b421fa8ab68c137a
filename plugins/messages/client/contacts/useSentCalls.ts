import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSent } from '../../../../client/src/offline/device.ts';
import { contactsQuery } from '../api/contacts.ts';
import { messagesKey } from '../api/conversations.ts';
import { callsLane } from './NoteCallSheet.tsx';

/** Reads the history anew when a note that waited has gone. */
export function useSentCalls(studentId: string): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onSent((entry) => {
        if (entry.lane === callsLane(studentId))
          void client.invalidateQueries({ queryKey: contactsQuery(studentId).queryKey });
      }),
    [client, studentId],
  );
}

/** Reads anew when each was last reached, when a note of any student has gone. */
export function useReachedAnew(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      onSent(({ label }) => {
        if (label === 'calls') void client.invalidateQueries({ queryKey: [messagesKey, 'reachable'] });
      }),
    [client],
  );
}
