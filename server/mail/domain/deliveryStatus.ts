/** That a mail was not delivered, and the server's status code (RFC 3463): `5.1.1`. */
export interface Failure {
  readonly status: string;
}

/** Reads the machine's part of a report (RFC 3464): the first recipient whose delivery has failed. Delays and successes are no failure. */
export function failureIn(report: string): Failure | undefined {
  const blocks = report.replace(/\r\n/g, '\n').split(/\n\s*\n/);
  for (const block of blocks) {
    const field = (name: string): string | undefined =>
      new RegExp(`^${name}:[ \\t]*(.+)$`, 'im').exec(block)?.[1]?.trim();
    if (!/^failed\b/i.test(field('Action') ?? '')) continue;
    const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field('Status') ?? '')?.[0];
    return { status: status ?? /\b[45]\d\d\b/.exec(field('Diagnostic-Code') ?? '')?.[0] ?? '5.0.0' };
  }
  return undefined;
}
