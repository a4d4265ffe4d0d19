import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// After `changeset version`: the version that the elements tell is the package's.
const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const path = join(root, 'src/context/version.ts');
writeFileSync(path, readFileSync(path, 'utf8').replace(/version = '.*'/, `version = '${version}'`));
