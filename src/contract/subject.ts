import { withoutMarks } from './plain-text.js';
import type { Product } from './service.js';
import type { SupportRequest } from './support-requests.js';

type Subject = Pick<SupportRequest, 'product' | 'application' | 'summary' | 'critical'>;

const oneLine = (text: string): string =>
  withoutMarks(text.replaceAll(/[\s\p{Cc}]+/gu, ' ')).trim();

/**
 * The subject of a request: `<product> <application>, <problem in brief>` [guide 1.2.3], with `kiireellinen` in
 * front when it is critical [step 4]. Always with the Finnish names and the Finnish word, since Finnish people sort
 * them. One line, whatever was typed. An id that the service doesn't know stands for itself.
 *
 * @example composeSubject(request, service) // "Visma Fivaldi Kirjanpito, tilikauden avaaminen ei onnistu"
 */
export function composeSubject(
  request: Subject,
  service: { readonly products: readonly Product[] },
): string {
  const product = service.products.find(({ id }) => id === request.product);
  const application = product?.applications.find(({ id }) => id === request.application);
  const where = [
    request.critical ? 'kiireellinen' : '',
    product?.name.fi ?? request.product,
    application?.name.fi ?? request.application,
  ];
  return [oneLine(where.join(' ')), oneLine(request.summary)].filter(Boolean).join(', ');
}
