/** What the worker uses of its global scope: the types of browsers' workers and pages cannot be had in one program. */
export interface WorkerEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface MessageToWorker extends WorkerEvent {
  readonly data: unknown;
}

export interface PushToWorker extends WorkerEvent {
  readonly data: { text(): string } | null;
}

export interface NotificationClick extends WorkerEvent {
  readonly notification: { readonly data: { readonly link: string }; close(): void };
}

/** A window of the product. */
export interface WindowOfWorker {
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

export interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: WorkerEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageToWorker) => void): void;
  addEventListener(type: 'push', listener: (event: PushToWorker) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: NotificationClick) => void): void;
  skipWaiting(): Promise<void>;
  readonly registration: Pick<ServiceWorkerRegistration, 'showNotification'>;
  readonly clients: {
    claim(): Promise<void>;
    matchAll(which: { readonly type: 'window' }): Promise<readonly WindowOfWorker[]>;
    openWindow(url: string): Promise<unknown>;
  };
}

/** The global scope as it is where the worker runs; the page's types of it are hidden here. */
declare const self: WorkerScope;

export const scope = self;
