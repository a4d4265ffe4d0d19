/** Writes the contract as OpenAPI into the package, from the built contract: `dist/openapi.json`. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openApi } from '../dist/contract/index.js';

const file = join(import.meta.dirname, '../dist/openapi.json');
await writeFile(file, `${JSON.stringify(openApi('/api/support'), undefined, 2)}\n`);
