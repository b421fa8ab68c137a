/** What the worker uses of its global scope: the types of browsers' workers and pages cannot be had in one program. */
export interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface MessageToWorker extends WorkerEvent {
  readonly data: unknown;
}

export interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageToWorker) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}

export const scope = globalThis as unknown as WorkerScope;
