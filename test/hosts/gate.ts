import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What becomes of a support request that is being sent: it passes, it never reaches the program, or its answer never comes back;
 * or its pictures stay on their way, or nothing but pages and their files comes through.
 */
export type Way =
  'open' | 'holds requests' | 'holds uploads' | 'loses answers' | 'serves pages alone';

export interface Gate {
  readonly origin: string;
  /** For support requests on their way; everything else passes. */
  way: Way;
  /** Resolves when a support request, or an upload that is held, has come to the gate, and where it may pass has been answered by the program. */
  next(): Promise<void>;
  /** Breaks the connections of uploads that are held, as a program does that ends. */
  cut(): void;
  close(): void;
}

/**
 * Stands between a browser and the program.
 *
 * @param target where the program is now
 */
export async function startGate(target: () => string): Promise<Gate> {
  let told: (() => void)[] = [];
  const held = new Set<ServerResponse>();
  const tell = () => {
    for (const done of told.splice(0)) done();
  };

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse, isSending: boolean) => {
    const { method, url = '/', headers } = incoming;
    const isLost = isSending && gate.way === 'loses answers';
    const onward = request(
      new URL(url, target()),
      { method, headers: { ...headers, host: new URL(target()).host } },
      (answer) => {
        if (isSending) answer.on('end', tell);
        if (isLost) {
          answer.resume();
          return;
        }
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };

  const server = createServer((incoming, outgoing) => {
    const isSending =
      incoming.method === 'PUT' && Boolean(incoming.url?.includes('/support-requests/'));
    const isUpload = incoming.method === 'PUT' && incoming.url?.includes('/attachments/');
    if (gate.way === 'holds uploads' && isUpload) {
      held.add(outgoing);
      incoming.once('data', () => {
        incoming.pause();
        tell();
      });
    } else if (gate.way === 'serves pages alone' && incoming.url?.startsWith('/api/'))
      incoming.destroy();
    else if (isSending && gate.way === 'holds requests') incoming.resume().on('end', tell);
    else forward(incoming, outgoing, isSending);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const gate: Gate = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    way: 'open',
    next: () => new Promise((resolve) => (told = [...told, resolve])),
    cut() {
      for (const outgoing of held) outgoing.destroy();
      held.clear();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
  return gate;
}
