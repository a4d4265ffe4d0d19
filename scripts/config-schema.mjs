/** Writes the schema of support.config.yaml, for editors: npm run config-schema */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { supportConfigSchema } from '../server/src/support-config.ts';

const file = join(import.meta.dirname, '../support.config.schema.json');
const options = await resolveConfig(file);
const json = JSON.stringify(supportConfigSchema());
await writeFile(file, await format(json, { ...options, filepath: file }));
