import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

/** The server's log: JSON lines; never bodies, cookies or names of persons. */
export const createLog = (config: Pick<Config, 'logLevel'>): Logger =>
  pino({ level: config.logLevel, base: null, serializers: { req: ({ method, id }) => ({ method, id }) } });
