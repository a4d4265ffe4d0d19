import type { Incident, Language } from '../../../src/contract/index.js';
import type { Handlers } from '../http/call.js';
import { openIncidents, type IncidentRow } from '../storage/incidents.js';
import type { Services } from './services.js';

export function incidentOf(
  { id, texts, severity, started_at, updated_at, link, product, application }: IncidentRow,
  language: Language,
): Incident {
  const { title, text } = texts[language] ?? texts.fi;
  return {
    id,
    title,
    text,
    severity,
    since: started_at.toISOString(),
    ...(updated_at && { updated: updated_at.toISOString() }),
    ...(link !== null && { link }),
    product,
    ...(application !== null && { application }),
  };
}

/** Incident notices, which a person is shown before anything is typed [guide 1.2.1]. */
export function incidents({ db, now }: Services) {
  return {
    async listIncidents({ query: { product, application, language = 'fi' } }) {
      const open = await openIncidents(
        db,
        { product: product || undefined, application: application || undefined },
        now(),
      );
      return { status: 200, body: { items: open.map((row) => incidentOf(row, language)) } };
    },
  } satisfies Handlers;
}
