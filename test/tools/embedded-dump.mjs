import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const requireOfServer = createRequire(new URL('../../server/package.json', import.meta.url));

// Writes the files of a new, empty embedded database into the file that is named. Tests that find its path in
// TEST_EMBEDDED_DUMP begin their databases with it, which takes a fifth of the time that making one does.
const [file] = process.argv.slice(2);
// The module, not the CommonJS build that `require` would load.
const entry = requireOfServer.resolve('@electric-sql/pglite').replace(/\.cjs$/, '.js');
const { PGlite } = await import(pathToFileURL(entry).href);
const database = await PGlite.create();
try {
  const dump = await database.dumpDataDir('none');
  await writeFile(file, dump.stream());
} finally {
  await database.close();
}
