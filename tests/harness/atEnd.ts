type Closing = () => Promise<unknown>;

const closings: Closing[] = [];

/**
 * Has something closed when all tests have run. A worker of `--parallel` is ended without being asked: there it goes
 * with the process.
 */
export const atEnd = (close: Closing): void => void closings.push(close);

export async function closeAll(): Promise<void> {
  await Promise.allSettled(closings.splice(0).map((close) => close()));
}
