import { once } from 'node:events';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Proxy {
  readonly address: string;
  setOffline(offline: boolean): void;
  close(): void;
}

const policyHeader = 'content-security-policy';

/** WebKit keeps reports of violations for observers when a policy says that it reports to somebody; nobody need be there. */
const withReports = (headers: IncomingHttpHeaders): IncomingHttpHeaders => {
  const policy = headers[policyHeader];
  return typeof policy === 'string' && !policy.includes('report-to')
    ? { ...headers, [policyHeader]: `${policy}; report-to tests` }
    : headers;
};

/** Stands between WebKit and the network, since its driver can neither run scripts before a page's own nor cut it off. */
export async function startProxy(): Promise<Proxy> {
  let isOffline = false;
  const server = createServer((incoming, outgoing) => {
    if (isOffline) return void incoming.destroy();
    const { method, url = '', headers } = incoming;
    const forward = request(url, { method, headers, setHost: false }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, withReports(answer.headers));
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    forward.on('error', () => outgoing.destroy());
    outgoing.on('close', () => forward.destroy());
    incoming.pipe(forward);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    setOffline(offline) {
      isOffline = offline;
      if (offline) server.closeAllConnections();
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
