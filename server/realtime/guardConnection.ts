import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '../events/log.ts';
import type { HubLimits } from './limits.ts';

interface NetworkSocket {
  destroy(): unknown;
  once(event: 'close', listener: () => void): unknown;
}

/** What the guard needs of an engine.io connection. */
export interface Connection {
  readonly request: { readonly socket: NetworkSocket };
  on(event: 'packet' | 'packetCreate' | 'flush', listener: (packet: unknown) => void): unknown;
}

const sizeOf = (packet: unknown): number => {
  const data: unknown = typeof packet === 'object' && packet && 'data' in packet ? packet.data : undefined;
  return typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0;
};

/** Counts what each connection sends and what waits for it, from before it has said who it is. */
export interface ConnectionGuard {
  watch(connection: Connection): void;
  /** Resolves when every connection is gone; one that does not answer the goodbye is destroyed. */
  closed(): Promise<void>;
  /** Starts another second. */
  nextSecond(): void;
}

const goodbyeMs = 500;

/**
 * Cuts a client that floods, or that lets what is sent to it pile up. The network connection is destroyed,
 * because a polite goodbye would wait in the same queue.
 */
export function createConnectionGuard(limits: HubLimits, log: Log): ConnectionGuard {
  const open = new Set<NetworkSocket>();
  let second = 0;
  return {
    async closed() {
      for (let waited = 0; open.size > 0 && waited < goodbyeMs; waited += 20) await delay(20);
      for (const socket of open) socket.destroy();
    },
    nextSecond() {
      second++;
    },
    watch(connection) {
      const { socket } = connection.request;
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      let counting = second;
      let received = 0;
      let waiting = 0;
      const cut = (why: string): void => {
        log.warn({ why }, 'A realtime client was disconnected');
        socket.destroy();
      };
      connection.on('packet', () => {
        if (counting !== second) received = 0;
        counting = second;
        received++;
        if (received === limits.packetsPerSecond + 1) cut('flood');
      });
      // Packets wait until the transport has written the ones before; `flush` hands all of them over.
      connection.on('packetCreate', (packet) => {
        const before = waiting;
        waiting += sizeOf(packet);
        if (before <= limits.waitingBytes && waiting > limits.waitingBytes) cut('does not read');
      });
      connection.on('flush', () => {
        waiting = 0;
      });
    },
  };
}
