/** What a log line may say of an error. */
export interface Failure {
  readonly name: string;
  readonly code: string;
  readonly frames: readonly string[];
}

const mostFrames = 6;

/**
 * An error without its message: messages of databases and parsers repeat the values that they were given,
 * and those may be personal.
 */
export function failureOf(reason: unknown): Failure {
  if (!(reason instanceof Error)) return { name: typeof reason, code: '', frames: [] };
  const code = 'code' in reason && typeof reason.code === 'string' ? reason.code : '';
  const frames = (reason.stack ?? '').split('\n').map((line) => line.trim());
  return {
    name: reason.name,
    code,
    frames: frames.filter((line) => /^at .+:\d+:\d+\)?$/.test(line)).slice(0, mostFrames),
  };
}
