import type { AttachmentLimits, Language, ServiceProfile } from '../../src/contract/index.js';
import { closedDays } from './closed-days.js';
import type { SupportConfig } from './support-config.js';

const YEARS_AHEAD = 2;
const MEGABYTE = 1024 * 1024;
const MEGAPIXEL = 1_000_000;

export const attachmentLimits = ({ attachments }: SupportConfig): AttachmentLimits => ({
  types: attachments.types,
  count: attachments.count,
  bytesEach: attachments.megabytesEach * MEGABYTE,
  bytesTotal: attachments.megabytesTotal * MEGABYTE,
  pixels: attachments.megapixels * MEGAPIXEL,
});

function closedDates(
  { holidays, dates }: SupportConfig['contact']['hours']['closedDays'],
  now: Date,
): string[] {
  const year = now.getUTCFullYear();
  const years = Array.from({ length: 1 + YEARS_AHEAD }, (_, ahead) => year + ahead);
  const known = holidays === 'finland' ? years.flatMap(closedDays) : [];
  return [...new Set([...known, ...dates])].sort();
}

/** The profile as it is at `now`, all but the capabilities, which are what the endpoint can do. */
export function serviceProfile(
  config: SupportConfig,
  language: Language,
  now: Date,
): Omit<ServiceProfile, 'contract' | 'capabilities'> {
  const { products, contact, links, chargeableWork, polling } = config;
  const { timeZone, weekly, closedDays } = contact.hours;
  return {
    products,
    contact: {
      ...contact,
      hours: { timeZone, weekly, closedDates: closedDates(closedDays, now) },
    },
    links,
    attachments: attachmentLimits(config),
    ...(chargeableWork && {
      chargeableWork: {
        version: chargeableWork.version,
        text: chargeableWork.text[language] ?? chargeableWork.text.fi,
      },
    }),
    polling,
  };
}
