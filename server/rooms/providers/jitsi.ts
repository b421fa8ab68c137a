import { SignJWT } from 'jose';
import type { RoomProvider } from './provider.ts';
import { roomNameOf } from './roomName.ts';

export interface JitsiConfig {
  /** `https://meet.example.org` */
  readonly url: string;
  readonly appId: string;
  readonly appSecret: string;
}

/**
 * Rooms on the school's own Jitsi Meet with token authentication: the token says who comes and whether as moderator
 * (https://jitsi.github.io/handbook/docs/devops-guide/token-authentication), so that nobody becomes one by coming first.
 */
export const jitsiRooms = ({ url, appId, appSecret }: JitsiConfig): RoomProvider => {
  const key = new TextEncoder().encode(appSecret);
  const domain = new URL(url).hostname;
  return {
    enter: async ({ roomId, title, personId, name, isModerator, until }) => {
      const room = roomNameOf(appSecret, roomId);
      const user = { id: personId, name, moderator: isModerator, affiliation: isModerator ? 'owner' : 'member' };
      const token = await new SignJWT({ room, context: { user } })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(appId)
        .setAudience('jitsi')
        .setSubject(domain)
        .setExpirationTime(until)
        .sign(key);
      const address = new URL(`${url.replace(/\/$/, '')}/${room}`);
      address.searchParams.set('jwt', token);
      address.hash = `config.subject=${encodeURIComponent(JSON.stringify(title))}`;
      return address.href;
    },
  };
};
