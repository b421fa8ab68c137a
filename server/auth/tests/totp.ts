import { generate } from 'otplib';

/** What an authenticator app with this secret shows at that moment. */
export const appCode = (secret: string, now: Date): Promise<string> =>
  generate({ secret: secret.replaceAll(' ', ''), epoch: Math.floor(now.getTime() / 1000) });
