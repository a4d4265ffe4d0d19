import * as z from 'zod/mini';
import { operation } from './operation.js';
import { company, cursorQuery, page, text } from './values.js';

export const listCompanies = operation({
  name: 'listCompanies',
  method: 'GET',
  path: '/companies',
  query: z.object({ q: z.optional(text(200)), ...cursorQuery }),
  response: page(company),
  statuses: [200],
  problems: ['validation'],
  capability: 'companies',
  audience: 'customer',
});
