/** Connections that send one request after the other; plain sockets, so that little of the processor goes to whoever measures. */
import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';

const HEAD_END = '\r\n\r\n';

/** Sends on one connection and gives the status of what is answered. */
function connection(port) {
  const socket = connect(port, '127.0.0.1').setNoDelay();
  let buffer = '';
  let settle;
  socket.setEncoding('latin1').on('data', (text) => {
    buffer += text;
    const head = buffer.indexOf(HEAD_END);
    if (head < 0) return;
    const length = Number(/content-length: (\d+)/i.exec(buffer)?.[1] ?? NaN);
    const isChunked = Number.isNaN(length);
    const end = isChunked ? buffer.indexOf('0\r\n\r\n', head) + 5 : head + HEAD_END.length + length;
    if ((isChunked && end < 5) || buffer.length < end) return;
    const status = Number(buffer.slice(9, 12));
    buffer = buffer.slice(end);
    settle.resolve(status);
  });
  socket.on('error', (error) => settle?.reject(error));
  return {
    send: (head, body) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        socket.write(Buffer.concat([Buffer.from(head, 'latin1'), body]));
      }),
    end: () => socket.destroy(),
  };
}

const headOf = (method, path, { port, token }, more = '') =>
  `${method} /api/support/support-requests${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\n${more}\r\n`;

/** Asks for so long from so many connections at once. @returns how many were answered as they should be */
async function ask({ port, milliseconds, concurrency }, head, body, expected) {
  const end = performance.now() + milliseconds;
  let count = 0;
  const run = async () => {
    const { send, end: close } = connection(port);
    while (performance.now() < end) {
      const status = await send(head(), body);
      if (status !== expected) throw new Error(`A call was answered ${status}`);
      count += 1;
    }
    close();
  };
  await Promise.all(Array.from({ length: concurrency }, run));
  return count;
}

/** Sends requests. */
export function submit({ request, ...load }) {
  const body = Buffer.from(JSON.stringify(request));
  const more = `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
  return ask(load, () => headOf('PUT', `/${randomUUID()}`, load, more), body, 201);
}

/** Reads the first page of a person's requests. */
export const list = (load) => ask(load, () => headOf('GET', '', load), Buffer.alloc(0), 200);
