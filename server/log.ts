import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino';
import type { Config } from './config.ts';
import { failureOf } from './events/failure.ts';

/**
 * The server's log: JSON lines; never bodies, cookies or names of persons. Of errors it has name, code and places only:
 * databases and parsers repeat in their messages whatever they were given. Whoever develops is told the message as well.
 * `to`: standard output unless told.
 */
export const createLog = (config: Pick<Config, 'logLevel' | 'mode'>, to?: DestinationStream): Logger => {
  const err = config.mode === 'development' ? stdSerializers.err : failureOf;
  const options = {
    level: config.logLevel,
    base: null,
    serializers: { req: ({ method, id }: { method: string; id: unknown }) => ({ method, id }), err },
  };
  return to ? pino(options, to) : pino(options);
};
