/** Why a job is told to stop: it is no longer this process's, or the process ends. */
export type StopReason = 'lost' | 'stopping';

/** What a job's signal is aborted with. */
export class JobStopped extends Error {
  readonly why: StopReason;

  constructor(why: StopReason) {
    super(`The job was told to stop: ${why}`);
    this.why = why;
  }
}
