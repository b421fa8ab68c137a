/** What a task in a worker thread is given besides its input. */
export interface TaskControl<Progress> {
  /** True once the caller wants it to end: return the best so far soon. Cheap enough for inner loops. */
  shouldStop(): boolean;
  progress(message: Progress): void;
  /** Milliseconds of a steady clock. */
  now(): number;
  /** Milliseconds of processor time that the whole process has used: a clock that stands still while others use the processor. */
  processorTime(): number;
}

/** What a task module exports under the name `task`. Input, progress and result have to be structured-cloneable. */
export type Task<Input, Progress, Result> = (input: Input, control: TaskControl<Progress>) => Result | Promise<Result>;

export interface TaskFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** Messages from the thread. */
export type ThreadMessage<Progress, Result> =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'error'; readonly error: TaskFailure };

/** What a thread is started with. */
export interface ThreadData {
  readonly taskUrl: string;
}

/** Message to the thread: one run of the task. */
export interface Given {
  readonly input: unknown;
  /** One number; 1 asks the task to stop. */
  readonly stop: Int32Array;
}
