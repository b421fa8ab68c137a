/** Has something closed: after the test that opened it, or after the suite when a `before` did. */
export type Keep = (close: () => Promise<unknown>) => void;

type Closing = () => Promise<unknown>;

/** For use directly inside of a `describe`. */
export function keeping(): Keep {
  const ofSuite: Closing[] = [];
  const ofTest: Closing[] = [];
  let inTest = false;
  beforeEach(() => {
    inTest = true;
  });
  afterEach(async () => {
    inTest = false;
    await closeAll(ofTest);
  });
  after(() => closeAll(ofSuite));
  return (close) => void (inTest ? ofTest : ofSuite).push(close);
}

/** Last opened first; one that cannot be closed does not keep the others open. */
async function closeAll(closings: Closing[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closings.splice(0).toReversed())
    await close().catch((reason: unknown) => {
      failures.push(reason);
    });
  if (failures.length > 0) throw failures[0];
}
