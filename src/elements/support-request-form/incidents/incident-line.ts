import { html, nothing, type TemplateResult } from 'lit';
import type { ServiceProfile } from '../../../contract/service.js';
import type { Localization } from '../../../localization/localization-controller.js';
import type { RelatedIncident } from '../request-values.js';
import type { IncidentWatch } from './incident-watch.js';

interface Line {
  /** The incident that is reported as one's own problem too. */
  readonly related: RelatedIncident | undefined;
  /** Why nothing is known of incidents, or of anything. */
  readonly failure: unknown;
  /** Whether it is told above in full that nothing could be sent. */
  readonly isFailed: boolean;
  readonly incidents: IncidentWatch | undefined;
  readonly service: ServiceProfile | undefined;
  /** What shows incidents; missing until it is loaded. */
  readonly part:
    Pick<typeof import('./incidents-view.js'), 'incidentsLine' | 'reportedIncident'> | undefined;
  /** Reports the same problem as an incident, or anything else again. */
  report(incident: RelatedIncident | undefined): void;
}

/** What the endpoint's silence or a known incident means, in a line that is there from the first moment: nothing moves when it is filled. */
export function incidentLine(
  l10n: Localization,
  { related, failure, isFailed, incidents, service, part, report }: Line,
): TemplateResult | typeof nothing {
  const tone = related ? 'mine' : incidents?.hasNews ? incidents.incidents.name : '';
  const line = () => {
    if (related) return part?.reportedIncident(l10n, related, () => report(undefined));
    if (failure) return failure;
    if (incidents && part) return part.incidentsLine(l10n, incidents, service, report);
    return incidents?.incidents.name === 'known' && !incidents.hasNews
      ? l10n.msg('No incident notices.')
      : nothing;
  };
  const text = line();
  if (text === nothing && (isFailed || incidents?.incidents.name === 'none')) return nothing;
  return html`<div class="ahead small ${tone}"><div>${text}</div></div>`;
}
