import { buffer } from 'node:stream/consumers';

/** A Node request as a fetch `Request`, with its path changed if wanted. */
export const toRequest = async (incoming, path = incoming.url) => {
  const { method, rawHeaders } = incoming;
  const headers = new Headers();
  for (let i = 0; i < rawHeaders.length; i += 2) headers.append(rawHeaders[i], rawHeaders[i + 1]);
  const body = method === 'GET' || method === 'HEAD' ? undefined : await buffer(incoming);
  return new Request(new URL(path, `http://${incoming.headers.host}`), { method, headers, body });
};

/** Headers in the form that `writeHead` takes, with each cookie on its own. */
export const toNodeHeaders = (headers) => ({
  ...Object.fromEntries(headers),
  ...(headers.has('set-cookie') && { 'set-cookie': headers.getSetCookie() }),
});

/** Writes a fetch `Response` as the answer of a Node request. */
export const send = async (response, outgoing) => {
  const body = Buffer.from(await response.arrayBuffer());
  outgoing.writeHead(response.status, {
    ...toNodeHeaders(response.headers),
    'content-length': body.length,
  });
  outgoing.end(body);
};
