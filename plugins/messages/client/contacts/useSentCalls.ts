import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { onSent } from '../../../../client/src/offline/device.ts';
import { contactsQuery } from '../api/contacts.ts';
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
