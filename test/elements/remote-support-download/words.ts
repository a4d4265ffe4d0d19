import type { Language } from '../../../src/contract/values.js';

/** What a person presses and reads. */
export const words = {
  fi: {
    me: 'Minä soitin Vismalle',
    them: 'Minulle soitettiin',
    program: 'Etätukiohjelma',
    warned: 'Älä lataa ohjelmaa',
    asked: 'Kuka soitti?',
    retry: 'Yritä uudelleen',
  },
  en: {
    me: 'I called Visma',
    them: 'Someone called me',
    program: 'Remote support program',
    warned: 'Do not download the program',
    asked: 'Who called?',
    retry: 'Try again',
  },
  sv: {
    me: 'Jag ringde Visma',
    them: 'Någon ringde mig',
    program: 'Fjärrsupportprogram',
    warned: 'Ladda inte ner programmet',
    asked: 'Vem ringde?',
    retry: 'Försök på nytt',
  },
} as const;
export type Words = (typeof words)[Language];
