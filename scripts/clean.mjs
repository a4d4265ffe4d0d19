import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

// Before a build: the package's own part of dist. Pages that are being looked at stay.
const dist = join(import.meta.dirname, '../dist');
const others = ['examples', 'storybook'];

if (existsSync(dist))
  for (const name of readdirSync(dist).filter((entry) => !others.includes(entry)))
    rmSync(join(dist, name), { recursive: true });
