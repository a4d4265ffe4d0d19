import type { Capability } from '../../src/contract/index.js';
import { usualAnswers, type Answers } from './answers.js';

const DAY = 86_400_000;

const dayFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const hourIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format());

const onTheHour = (hour: number): string =>
  `${String(Math.min(24, Math.max(0, hour))).padStart(2, '0')}:00`;

/** The telephone is answered now, whatever time it is. */
export const phoneOpen: Answers = {
  getService(call) {
    const { contact, ...profile } = usualAnswers.getService(call);
    const hour = hourIn(contact.hours.timeZone);
    const weekly = [
      { days: [1, 2, 3, 4, 5, 6, 7], from: onTheHour(hour - 1), to: onTheHour(hour + 2) },
    ];
    return {
      ...profile,
      contact: { ...contact, hours: { ...contact.hours, weekly, closedDates: [] } },
    };
  },
};

/** Today is a holiday, whatever day it is. */
export const phoneClosed: Answers = {
  getService(call) {
    const { contact, ...profile } = usualAnswers.getService(call);
    return {
      ...profile,
      contact: { ...contact, hours: { ...contact.hours, closedDates: [-1, 0, 1].map(dayFromNow) } },
    };
  },
};

/** An endpoint that offers less. */
export const without = (...missing: readonly Capability[]): Answers => ({
  getService(call) {
    const { capabilities, ...profile } = usualAnswers.getService(call);
    return {
      ...profile,
      capabilities: capabilities.filter((name) => !missing.some((one) => one === name)),
    };
  },
});
