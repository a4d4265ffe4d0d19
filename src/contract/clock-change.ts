import type { Language } from './values.js';

const MINUTE = 60_000;

/** By how much clocks are put back in autumn: an hour, on Lord Howe half of one. */
const steps = [30 * MINUTE, 60 * MINUTE];

/**
 * By which of two clocks an instant is told, such as `Eastern European Summer Time`: clocks that are put back show the times of an hour
 * twice. Empty for every other instant. Without `timeZone` the clock is the reader's own.
 */
export function clockName(instant: Date, language: Language, timeZone?: string): string {
  const zone = timeZone && { timeZone };
  const clock = new Intl.DateTimeFormat('en', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...zone,
  });
  const time = clock.format(instant);
  const isTwice = steps.some((step) =>
    [-step, step].some((by) => clock.format(new Date(instant.getTime() + by)) === time),
  );
  if (!isTwice) return '';
  const named = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZoneName: 'long',
    ...zone,
  });
  return named.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
