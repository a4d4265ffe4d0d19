import type { Me } from '../../contract/me.js';
import type { ProblemAbout, RequestKind, SupportRequest } from '../../contract/support-requests.js';
import type { ServiceProfile } from '../../contract/service.js';
import type { Whereabouts } from '../../context/settings.js';
import type { Language } from '../../contract/values.js';

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
  /** As `<input type="datetime-local">` gives it, in the reader's own time zone; empty when there is no hurry. */
  readonly neededBy: string;
  readonly description: string;
  readonly report: { readonly name: string; readonly criteria: string };
  readonly errorMessage: string;
  readonly userIds: readonly string[];
  readonly companyNumbers: readonly string[];
  readonly contact: SupportRequest['contact'];
}

/** What a host may write into the form beforehand. */
export type RequestPrefill = Partial<Omit<RequestValues, 'report' | 'contact'>> & {
  readonly report?: Partial<RequestValues['report']>;
  readonly contact?: Partial<RequestValues['contact']>;
};

export const emptyValues: RequestValues = {
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
};

const isEmpty = (value: unknown): boolean => value === undefined || value === '' || (Array.isArray(value) && !value.length);

/** Puts `known` where nothing stands yet; what a person wrote is never replaced. */
function fill<T extends object>(values: T, known: Partial<T>): T {
  const fresh = Object.entries(known).filter(([name, value]) => !isEmpty(value) && isEmpty(Reflect.get(values, name)));
  return fresh.length ? { ...values, ...Object.fromEntries(fresh) } : values;
}

/** Fills the gaps with where in the product the person is. */
export const withWhereabouts = (values: RequestValues, { product, application, companyNumber, userId }: Whereabouts): RequestValues =>
  fill(values, {
    ...(product && { product }),
    ...(application && { application }),
    ...(companyNumber && { companyNumbers: [companyNumber] }),
    ...(userId && { userIds: [userId] }),
  });

/** Fills the gaps with who is signed in; a list of user ids or companies only where there is no choice to make. */
export function withMe(values: RequestValues, me: Me): RequestValues {
  const [userId, ...otherIds] = me.userIds;
  const only = me.companyCount === 1 ? me.company.number : undefined;
  const contact = fill(values.contact, { name: me.name, email: me.email, phone: me.phone ?? '', company: me.company.name });
  return fill(contact === values.contact ? values : { ...values, contact }, {
    ...(userId && !otherIds.length && { userIds: [userId] }),
    ...(only && { companyNumbers: [only] }),
  });
}

/** Where there is one product there is nothing to choose. */
export function withService(values: RequestValues, { products }: ServiceProfile): RequestValues {
  const [product, ...others] = products;
  return fill(values, product && !others.length ? { product: product.id } : {});
}

/** A host's values over what stands there. */
export function withPrefill(values: RequestValues, { report, contact, ...rest }: RequestPrefill): RequestValues {
  return { ...values, ...rest, report: { ...values.report, ...report }, contact: { ...values.contact, ...contact } };
}

/** The request that the values make: only what belongs to the chosen kind. Not checked yet. */
export function toRequest(values: RequestValues, language: Language): SupportRequest {
  const { kind, about, neededBy, report, errorMessage, userIds, companyNumbers, ...rest } = values;
  const problem = kind === 'problem';
  const hurry = values.critical && neededBy && !Number.isNaN(Date.parse(neededBy));
  return {
    ...rest,
    kind,
    ...(problem && { about }),
    ...(problem && about === 'report' && { report }),
    ...(problem && about === 'error' && errorMessage.trim() && { errorMessage }),
    ...(hurry && { neededBy: new Date(neededBy).toISOString() }),
    userIds: [...userIds],
    companyNumbers: [...companyNumbers],
    attachments: [],
    language,
  };
}
