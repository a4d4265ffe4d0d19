import type { Localization } from '../../../localization/localization-controller.js';
import type { FieldPointer } from './field-pointers.js';
import { labels } from './labels.js';
import type { RequestValues } from '../request-values.js';

const all: Readonly<
  Record<FieldPointer, (l10n: Localization, kind: RequestValues['kind']) => string>
> = {
  '/kind': labels.kind,
  '/about': labels.about,
  '/critical': labels.critical,
  '/neededBy': ({ msg }) => msg('Needed by'),
  '/product': labels.product,
  '/application': labels.application,
  '/companyNumbers': labels.companyNumbers,
  '/summary': labels.summary,
  '/description': labels.description,
  '/report/name': ({ msg }) => msg('Report name'),
  '/report/criteria': ({ msg }) => msg('Report selection criteria'),
  '/errorMessage': ({ msg }) => msg('Error message word for word'),
  '/userIds': labels.userIds,
  '/attachments': labels.attachments,
  '/contact/name': ({ msg }) => msg('Your name'),
  '/contact/company': ({ msg }) => msg('Company'),
  '/contact/phone': ({ msg }) => msg('Phone'),
  '/contact/email': ({ msg }) => msg('E-mail'),
  '/chargeableWork': ({ msg }) => msg('Chargeable work'),
};

/** What each field is called. */
export const fieldLabel = (
  l10n: Localization,
  field: FieldPointer,
  kind: RequestValues['kind'],
): string => all[field](l10n, kind);
