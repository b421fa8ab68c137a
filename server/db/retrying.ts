const serializationFailure = '40001';
const deadlock = '40P01';
const mostTries = 5;

const codeOf = (reason: unknown): unknown =>
  typeof reason === 'object' && reason !== null && 'code' in reason ? reason.code : undefined;

/** Repeats a transaction that PostgreSQL ended to break a deadlock or keep order. */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt();
    } catch (reason) {
      const code = codeOf(reason);
      if (tries >= mostTries || (code !== serializationFailure && code !== deadlock)) throw reason;
    }
  }
}
