import type { Capability } from '../../src/contract/index.js';
import { usualAnswers, type Answers } from './answers.js';

const DAY = 86_400_000;

const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** The telephone is answered around the clock. */
export const phoneOpen: Answers = {
  getService(call) {
    const { contact, ...profile } = usualAnswers.getService(call);
    const weekly = [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }];
    return { ...profile, contact: { ...contact, hours: { ...contact.hours, weekly, closedDates: [] } } };
  },
};

/** Today is a holiday, whatever day it is. */
export const phoneClosed: Answers = {
  getService(call) {
    const { contact, ...profile } = usualAnswers.getService(call);
    return { ...profile, contact: { ...contact, hours: { ...contact.hours, closedDates: [-1, 0, 1].map(dayFromNow) } } };
  },
};

/** An endpoint that offers less. */
export const without = (...missing: readonly Capability[]): Answers => ({
  getService(call) {
    const { capabilities, ...profile } = usualAnswers.getService(call);
    return { ...profile, capabilities: capabilities.filter((capability) => !missing.includes(capability)) };
  },
});
