import type { Logger } from 'pino';
import type { Config, RoomsConfig } from '../config.ts';
import { definePlugin, type Plugin } from '../host/plugin.ts';
import { Problem } from '../http/problem.ts';
import { peopleApi } from '../people/api.ts';
import { type RoomsApi, roomsApi } from './api.ts';
import { roomAttended } from './events.ts';
import { attendanceTable } from './migrations/001_attendance.ts';
import { privacyOfRooms } from './privacy.ts';
import { roomUnreachable } from './problems.ts';
import { bigBlueButtonRooms } from './providers/bigBlueButton.ts';
import { jitsiRooms } from './providers/jitsi.ts';
import { type RoomProvider, RoomUnreachable } from './providers/provider.ts';
import { attendanceToken } from './reportAddress.ts';
import { attendanceRoutes } from './routes/attendance.ts';
import { attendanceOf } from './store/attendance.ts';

export interface RoomsParts {
  readonly config: Pick<Config, 'rooms' | 'publicUrl'>;
  readonly log: Pick<Logger, 'warn'>;
}

function providerOf(rooms: RoomsConfig | null, publicUrl: string): RoomProvider | undefined {
  if (rooms?.kind === 'jitsi') return jitsiRooms(rooms);
  if (rooms?.kind !== 'bigbluebutton') return undefined;
  return bigBlueButtonRooms(
    rooms,
    (roomId) => `${publicUrl}/api/rooms/${roomId}/attendance/${attendanceToken(rooms.secret, roomId)}`,
  );
}

/** Meeting rooms of lessons on a video server of the school: entered by role, at an address that never changes. */
export const createRoomsModule = ({ config: { rooms, publicUrl }, log }: RoomsParts): Plugin<RoomsApi> => {
  const provider = providerOf(rooms, publicUrl);
  return definePlugin({
    ref: roomsApi,
    home: new URL('./', import.meta.url),
    requires: [peopleApi],
    publishes: [roomAttended],
    problems: [roomUnreachable],
    migrations: [attendanceTable],
    privacy: privacyOfRooms,
    start: () => ({
      api: {
        addressOf: (path) => (provider ? `${publicUrl}/join/${path}` : null),
        enter: async (visit) => {
          try {
            if (!provider) throw new RoomUnreachable('no provider is configured');
            return await provider.enter(visit);
          } catch (reason) {
            if (!(reason instanceof RoomUnreachable)) throw reason;
            log.warn({ room: visit.roomId, why: reason.message }, 'A meeting room cannot be entered');
            throw new Problem(roomUnreachable);
          }
        },
        attendanceOf,
      },
      routes: attendanceRoutes(rooms?.kind === 'bigbluebutton' ? rooms.secret : undefined),
    }),
  });
};
