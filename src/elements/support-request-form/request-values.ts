import type { Incident } from '../../contract/incidents.js';
import type { Me } from '../../contract/me.js';
import type { ProblemAbout, RequestKind, SupportRequest } from '../../contract/support-requests.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { Whereabouts } from '../../context/settings.js';

/**
 * What stands in the form, whether it is asked for at the moment or not: a report's name stays when a person changes
 * their mind about the kind and comes back.
 */
export interface RequestValues {
  readonly kind: RequestKind;
  readonly about: ProblemAbout;
  readonly product: string;
  readonly application: string;
  readonly summary: string;
  readonly critical: boolean;
  /** A value of a field for day and time, by the reader's own clock; empty when there is no hurry. */
  readonly neededBy: string;
  readonly description: string;
  readonly report: { readonly name: string; readonly criteria: string };
  readonly errorMessage: string;
  readonly userIds: readonly string[];
  readonly companyNumbers: readonly string[];
  readonly contact: SupportRequest['contact'];
  /** The incident that this is the same problem as; only company numbers are asked for then. */
  readonly relatedIncident: RelatedIncident | undefined;
  /** The confirmation of chargeable work, with the text as it was read and when; a host can't give it beforehand. */
  readonly chargeableWork: Confirmation | undefined;
  /** What the host's program says of an error; empty where it says nothing, or where the person leaves it out. */
  readonly diagnostics: string;
  /** The pictures and documents, as the request names them. */
  readonly attachments: SupportRequest['attachments'];
}

export type RelatedIncident = Pick<Incident, 'id' | 'title' | 'product' | 'application'>;
export type Confirmation = Omit<NonNullable<SupportRequest['chargeableWork']>, 'name'>;

/** Some of the values: what a host writes into the form beforehand, or what a person has changed. */
export type PartialValues = Partial<Omit<RequestValues, 'report' | 'contact' | 'attachments'>> & {
  readonly report?: Partial<RequestValues['report']>;
  readonly contact?: Partial<RequestValues['contact']>;
};

const emptyValues: RequestValues = {
  kind: 'problem',
  about: 'other',
  product: '',
  application: '',
  summary: '',
  critical: false,
  neededBy: '',
  description: '',
  report: { name: '', criteria: '' },
  errorMessage: '',
  userIds: [],
  companyNumbers: [],
  contact: { company: '', name: '', phone: '', email: '' },
  relatedIncident: undefined,
  chargeableWork: undefined,
  diagnostics: '',
  attachments: [],
};

/** Later values over earlier ones. */
export function merge(values: RequestValues, changes: PartialValues): RequestValues;
export function merge(values: PartialValues, changes: PartialValues): PartialValues;
export function merge(
  values: PartialValues,
  { report, contact, ...rest }: PartialValues,
): PartialValues {
  return {
    ...values,
    ...rest,
    ...(report && { report: { ...values.report, ...report } }),
    ...(contact && { contact: { ...values.contact, ...contact } }),
  };
}

/** Where there is one product there is nothing to choose. */
const ofService = ({ products: [product, ...others] }: ServiceProfile): PartialValues =>
  product && !others.length ? { product: product.id } : {};

/** Who is signed in; a user id or a company only where there is no choice to make. */
const ofMe = ({ name, email, phone = '', company, companyCount, userIds }: Me): PartialValues => ({
  contact: { name, email, phone, company: company.name },
  ...(userIds.length === 1 && { userIds }),
  ...(companyCount === 1 && company.number && { companyNumbers: [company.number] }),
});

/** Where in the product the person is. */
const ofSettings = ({
  product,
  application,
  companyNumber,
  userId,
}: Whereabouts): PartialValues => ({
  ...(product && { product }),
  ...(application && { application }),
  ...(companyNumber && { companyNumbers: [companyNumber] }),
  ...(userId && { userIds: [userId] }),
});

export interface ValueSources {
  readonly service: ServiceProfile | undefined;
  readonly me: Me | undefined;
  /** Of the request that was sent before. */
  readonly earlier: PartialValues;
  readonly settings: Whereabouts;
  readonly diagnostics: string;
  readonly attachments: RequestValues['attachments'];
  readonly prefill: PartialValues;
  /** What the person has changed: always wins, whatever arrives later. */
  readonly edits: PartialValues;
}

/** Work stops for a problem, or for want of an answer; an opinion or an idea can wait [guide 1.2.4]. */
export const mayBeCritical = ({ kind }: Pick<RequestValues, 'kind'>): boolean =>
  kind === 'problem' || kind === 'question';

export const valuesOf = ({
  service,
  me,
  earlier,
  settings,
  diagnostics,
  attachments,
  prefill,
  edits,
}: ValueSources): RequestValues => {
  const values = [
    service ? ofService(service) : {},
    me ? ofMe(me) : {},
    earlier,
    ofSettings(settings),
    { diagnostics },
    prefill,
    edits,
  ].reduce<RequestValues>((values, changes) => merge(values, changes), {
    ...emptyValues,
    attachments,
  });
  return { ...values, critical: values.critical && mayBeCritical(values) };
};
