import { SupportError, notLoaded } from '../../../client/support-error.js';
import { has, type Connection } from '../../../context/connection.js';
import { defaultRemoteSupport } from '../../../contract/default-remote-support.js';
import type { RemoteSupport } from '../../../contract/remote-support.js';
import type { Language } from '../../../contract/values.js';

/** Somebody waits on the telephone: after so long the guide's own details have to do. */
const PATIENCE_MS = 5000;

export interface Found {
  readonly support: RemoteSupport;
  /** Why these are the guide's details and not the endpoint's. */
  readonly error?: SupportError | undefined;
}

async function ask(
  connection: Connection,
  language: Language,
  signal: AbortSignal,
): Promise<RemoteSupport> {
  if (!has(await connection.service(language), 'remoteSupport')) return defaultRemoteSupport;
  const { getRemoteSupport } = await import('../../../context/connection.lazy.js')
    .then(({ remoteSupportRow }) => remoteSupportRow())
    .catch(notLoaded);
  return connection.send(getRemoteSupport, {}, { language, signal });
}

/** The endpoint's word on the program; the guide's where there is no endpoint, or none that answers in time. */
export async function supportFrom(
  connection: Connection | undefined,
  language: Language,
): Promise<Found> {
  if (!connection) return { support: defaultRemoteSupport };
  const abort = new AbortController();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => reject(new SupportError('timeout', 'The details of remote support did not come in time')),
    PATIENCE_MS,
  );
  try {
    return { support: await Promise.race([ask(connection, language, abort.signal), late]) };
  } catch (error) {
    return { support: defaultRemoteSupport, error: SupportError.from(error) };
  } finally {
    clearTimeout(timer);
    abort.abort();
  }
}
