import type { Insertable } from 'kysely';
import { defaultLinks } from '../../../src/contract/index.js';
import type { IncidentTexts, Tables } from '../storage/tables.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface DemoIncident extends Omit<
  Insertable<Tables['incidents']>,
  'texts' | 'started_at' | 'updated_at' | 'ended_at' | 'product' | 'link'
> {
  readonly texts: IncidentTexts;
  /** How long ago, in milliseconds. */
  readonly started: number;
  readonly updated?: number;
  readonly ended?: number;
}

const incidents: readonly DemoIncident[] = [
  {
    id: 'tilikauden-avaaminen',
    application: 'kirjanpito',
    severity: 'disruption',
    texts: {
      fi: {
        title: 'Tilikauden avaaminen ei onnistu',
        text: 'Uutta tilikautta ei voi avata kaikissa yrityksissä. Avoimille tilikausille voi kirjata tavalliseen tapaan. Korjaus on työn alla.',
      },
      en: {
        title: 'An accounting period cannot be opened',
        text: 'A new accounting period cannot be opened in some companies. You can post to open periods as usual. We are working on a fix.',
      },
      sv: {
        title: 'Det går inte att öppna en räkenskapsperiod',
        text: 'En ny räkenskapsperiod kan inte öppnas i alla företag. Öppna perioder kan bokföras som vanligt. Felet håller på att åtgärdas.',
      },
    },
    started: 53 * MINUTE,
    updated: 20 * MINUTE,
  },
  {
    id: 'tiliotteet-viivastyvat',
    application: 'pankkiyhteys',
    severity: 'notice',
    texts: {
      fi: {
        title: 'Tiliotteet saapuvat tavallista myöhemmin',
        text: 'Osa pankeista toimittaa tiliotteet tänään iltapäivällä. Mitään ei tarvitse tehdä: tiliotteet haetaan, kun pankki on ne toimittanut.',
      },
      en: {
        title: 'Bank statements arrive later than usual',
        text: 'Some banks will deliver their statements this afternoon. You do not need to do anything: the statements are fetched as soon as the bank has delivered them.',
      },
      sv: {
        title: 'Kontoutdragen kommer senare än vanligt',
        text: 'En del banker levererar kontoutdragen i eftermiddag. Du behöver inte göra något: utdragen hämtas när banken har levererat dem.',
      },
    },
    started: 3 * HOUR,
  },
  {
    id: 'verkkolaskujen-lahetys',
    application: 'laskujen-valitys',
    severity: 'outage',
    texts: {
      fi: {
        title: 'Verkkolaskujen lähetys on pysähtynyt',
        text: 'Verkkolaskut jäivät odottamaan lähetystä. Odottaneet laskut on lähetetty, eikä niitä tarvitse lähettää uudelleen.',
      },
    },
    started: 2 * DAY,
    updated: 2 * DAY - 3 * HOUR,
    ended: 2 * DAY - 4 * HOUR,
  },
  {
    id: 'kirjautuminen-hidasta',
    application: null,
    severity: 'disruption',
    texts: {
      fi: {
        title: 'Kirjautuminen on hidasta',
        text: 'Kirjautuminen kesti tavallista pidempään. Kirjautuminen toimii jälleen tavalliseen tapaan.',
      },
      en: {
        title: 'Signing in is slow',
        text: 'Signing in took longer than usual. It now works normally again.',
      },
    },
    started: 6 * DAY,
    ended: 6 * DAY - 2 * HOUR,
  },
];

/** The demo's incident notices, of which two are open at `now`. */
export const demoIncidents = (now: Date): Insertable<Tables['incidents']>[] =>
  incidents.map(({ texts, started, updated, ended, ...incident }) => {
    const ago = (time: number | undefined) =>
      time === undefined ? null : new Date(now.getTime() - time);
    return {
      ...incident,
      product: 'fivaldi',
      texts: JSON.stringify(texts),
      link: defaultLinks.community,
      started_at: new Date(now.getTime() - started),
      updated_at: ago(updated),
      ended_at: ago(ended),
    };
  });
