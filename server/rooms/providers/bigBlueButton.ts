import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import type { Visit } from '../api.ts';
import { type RoomProvider, RoomUnreachable } from './provider.ts';
import { roomNameOf } from './roomName.ts';

export interface BigBlueButtonConfig {
  /** `https://bbb.example.org/bigbluebutton` */
  readonly url: string;
  readonly secret: string;
}

/** Longer than that a student should not look at a page that does nothing. */
const timeoutMs = 5_000;
const parser = new XMLParser({ parseTagValue: false });
const Answer = z.object({ response: z.object({ returncode: z.string(), messageKey: z.string().optional() }) });

/**
 * Rooms on a BigBlueButton server (https://docs.bigbluebutton.org/development/api). Making a room that is there already
 * succeeds, so it is made each time somebody comes; the role comes with the address.
 */
export const bigBlueButtonRooms = (
  { url, secret }: BigBlueButtonConfig,
  attendanceAddress: (roomId: string) => string,
): RoomProvider => {
  const addressOf = (call: string, values: Readonly<Record<string, string>>): string => {
    const query = new URLSearchParams(values).toString();
    const checksum = createHash('sha256').update(`${call}${query}${secret}`).digest('hex');
    return `${url.replace(/\/$/, '')}/api/${call}?${query}&checksum=${checksum}`;
  };
  const make = ({ roomId, title }: Visit, meetingID: string) =>
    ask(
      addressOf('create', {
        meetingID,
        name: title,
        record: 'false',
        'meta_analytics-callback-url': attendanceAddress(roomId),
      }),
    );
  return {
    enter: async (visit) => {
      const meetingID = roomNameOf(secret, visit.roomId);
      await make(visit, meetingID);
      const role = visit.isModerator ? 'MODERATOR' : 'VIEWER';
      return addressOf('join', { fullName: visit.name, meetingID, role, userID: visit.personId, redirect: 'true' });
    },
  };
};

async function ask(address: string): Promise<void> {
  const answer = await textOf(address).then((text) => Answer.safeParse(parser.parse(text)));
  if (!answer.success) throw new RoomUnreachable('the answer is not that of BigBlueButton');
  const { returncode, messageKey } = answer.data.response;
  if (returncode !== 'SUCCESS') throw new RoomUnreachable(`refused: ${messageKey ?? returncode}`);
}

async function textOf(address: string): Promise<string> {
  try {
    const reply = await fetch(address, { signal: AbortSignal.timeout(timeoutMs) });
    if (!reply.ok) throw new RoomUnreachable(`status ${reply.status}`);
    return await reply.text();
  } catch (reason) {
    if (reason instanceof RoomUnreachable) throw reason;
    throw new RoomUnreachable(reason instanceof Error ? reason.name : 'no answer');
  }
}
