/** Why the endpoint can't work with a database, and what to do, said to whoever starts it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** What keeps a PostgreSQL server from being used, in words for whoever set its address; undefined for what is a fault of ours. */
export function startProblemOf(error: unknown, url: URL): string | undefined {
  const code = codeOf(error);
  const place = url.searchParams.get('host') ?? url.hostname;
  const server = `${place}${url.port ? `:${url.port}` : ''}`;
  const database = decodeURIComponent(url.pathname.slice(1));
  switch (code) {
    case '3D000':
      return `The server ${server} has no database "${database}": create it, or mend its name in DATABASE_URL.`;
    case '28P01':
    case '28000':
      return `The server ${server} doesn't let the user "${decodeURIComponent(url.username)}" in: mend user and password in DATABASE_URL, or what the server allows (pg_hba.conf).`;
    case '42501':
      return `The user "${decodeURIComponent(url.username)}" may not make tables in the database "${database}": grant it CREATE on the schema, or give it a database of its own.`;
    case '25006':
      return `The server ${server} takes no changes, as a standby: give the address of the primary in DATABASE_URL.`;
    case '42P07':
    case '42710':
    case '42723':
      return `The database "${database}" has tables of something else under the names that the endpoint uses: give it a database of its own in DATABASE_URL.`;
  }
  if (isOutOfReach(error))
    return `The database server ${server} can't be reached (${code || 'no answer'}): start it, or mend the address in DATABASE_URL.`;
  return undefined;
}

/** What keeps a folder from being used; undefined for what is no fault of the folder. */
export function folderProblemOf(error: unknown, path: string): string | undefined {
  switch (codeOf(error)) {
    case 'EEXIST':
    case 'ENOTDIR':
      return `${path} is no folder: give one in DATA_DIR.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Nothing may be written in the folder ${path}: let the endpoint's user write there, or give another folder in DATA_DIR.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no room left for the folder ${path}: make room, or give another folder in DATA_DIR.`;
  }
  return undefined;
}

/**
 * The codes of a database that is out of reach or can't serve now: connections that fail (08), resources that are
 * exhausted such as a full disk (53), statements cut off (57014, 25P03, 55P03), shut down (57P), its system's errors (58), a standby
 * after a switch (25006), who may sign in changed under way (28, 3D000), and transactions that kept standing in each other's way.
 */
const unavailable =
  /^(?:08...|53...|57014|57P..|58...|25P0[34]|25006|55P03|28...|3D000|40P01|40001)$/;

/** What `pg` says without a code of a connection that is gone, or that couldn't be had in time. */
const connectionLost =
  /^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Client (?:has encountered a connection error|was closed)|Cannot use a pool after calling end|driver has already been destroyed|The server does not support SSL)/;

/** Whether the database is out of reach for the moment, so that asking again later may help. */
export function isOutOfReach(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (unavailable.test(code) || connectionLost.test(error.message)) return true;
  // What the system says of a socket: refused, reset, no route, no such host.
  return 'syscall' in error || /^E[A-Z]{3,}$/.test(code);
}
