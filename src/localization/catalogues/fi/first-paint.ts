import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as t0 } from './remote-support-download.js';
import { templates as t1 } from './advisory-access-approval.js';
import { templates as t2 } from './advisory-access-badge.js';
import { templates as t3 } from './screenshot-attach.js';
import { templates as t4 } from './support-request-form.js';
import { templates as t5 } from './support-request-list.js';

/** Made by `npm run localize`. */
export const templates: TemplateMap = { ...t0, ...t1, ...t2, ...t3, ...t4, ...t5 };
