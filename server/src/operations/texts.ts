import {
  clockName,
  languages,
  openingAt,
  type Language,
  type ServiceProfile,
} from '../../../src/contract/index.js';
import { staffUnits, type StaffUnit } from '../sign-in/roles.js';
import type { RequestStatus } from '../storage/tables.js';

/** The endpoint's own words, in the languages of the interface. */

const labels: Readonly<Record<Language, Readonly<Record<RequestStatus, string>>>> = {
  fi: {
    received: 'Vastaanotettu',
    inProgress: 'Käsittelyssä',
    waitingForCustomer: 'Odottaa vastaustasi',
    awaitingConfirmation: 'Odottaa vahvistustasi',
    resolved: 'Ratkaistu',
    closed: 'Suljettu',
  },
  en: {
    received: 'Received',
    inProgress: 'In progress',
    waitingForCustomer: 'Waiting for your reply',
    awaitingConfirmation: 'Waiting for your confirmation',
    resolved: 'Resolved',
    closed: 'Closed',
  },
  sv: {
    received: 'Mottaget',
    inProgress: 'Under behandling',
    waitingForCustomer: 'Väntar på ditt svar',
    awaitingConfirmation: 'Väntar på din bekräftelse',
    resolved: 'Löst',
    closed: 'Stängt',
  },
};

export const statusLabel = (status: RequestStatus, language: Language): string =>
  labels[language][status];

const steps: Readonly<
  Record<Language, Readonly<Record<Exclude<RequestStatus, 'received'>, string>>>
> = {
  fi: {
    inProgress: 'Asiakaspalvelu selvittää asiaa. Vastaus tulee tähän tukipyyntöön.',
    waitingForCustomer: 'Asiakaspalvelu tarvitsee sinulta lisätietoja, jotta käsittely voi jatkua.',
    awaitingConfirmation: 'Maksullinen työ alkaa vasta, kun olet vahvistanut sen kirjallisesti.',
    resolved: 'Asia on ratkaistu. Jos ongelma jatkuu, vastaa tähän tukipyyntöön.',
    closed:
      'Tukipyyntö on suljettu. Vastauksesi avaa sen uudelleen. Lähetä uudesta asiasta uusi tukipyyntö.',
  },
  en: {
    inProgress:
      'Customer service is looking into this. The reply will appear in this support request.',
    waitingForCustomer: 'Customer service needs more information from you before it can continue.',
    awaitingConfirmation: 'Chargeable work begins only after you have confirmed it in writing.',
    resolved: 'The issue is resolved. If the problem continues, reply to this support request.',
    closed:
      'The support request is closed. Your reply reopens it. Send a new request about anything else.',
  },
  sv: {
    inProgress: 'Kundtjänsten utreder saken. Svaret kommer till det här supportärendet.',
    waitingForCustomer:
      'Kundtjänsten behöver mer information av dig för att behandlingen ska kunna fortsätta.',
    awaitingConfirmation:
      'Det avgiftsbelagda arbetet börjar först när du har bekräftat det skriftligt.',
    resolved: 'Ärendet är löst. Svara i det här supportärendet om problemet kvarstår.',
    closed:
      'Supportärendet är stängt. Ditt svar öppnar det på nytt. Skicka ett nytt ärende om du har en annan fråga.',
  },
};

const received: Readonly<
  Record<
    Language,
    {
      readonly open: string;
      readonly opens: (day: string, time: string) => string;
      readonly today: string;
      readonly closed: string;
      /** Of a critical request: it is urgent, and while the telephone is answered, that calling is quickest. */
      readonly urgent: string;
      readonly call: (phone: string) => string;
    }
  >
> = {
  fi: {
    open: 'Asiakaspalvelu on nyt auki ja käsittelee tukipyynnöt saapumisjärjestyksessä.',
    opens: (day, time) => `Käsittely alkaa, kun asiakaspalvelu avautuu ${day} klo ${time}.`,
    today: 'tänään',
    closed: 'Käsittely alkaa, kun asiakaspalvelu seuraavan kerran avautuu.',
    urgent: 'Tukipyyntö on merkitty kiireelliseksi.',
    call: (phone) => `Puhelinpalvelu on nyt auki: nopeimmin saat apua soittamalla ${phone}.`,
  },
  en: {
    open: 'Customer service is open now and handles support requests in the order they arrive.',
    opens: (day, time) =>
      `Customer service will handle your request when it opens ${day} at ${time}.`,
    today: 'today',
    closed: 'Customer service will handle your request when it next opens.',
    urgent: 'The support request is marked as urgent.',
    call: (phone) =>
      `The phone service is open now: the quickest way to get help is to call ${phone}.`,
  },
  sv: {
    open: 'Kundtjänsten är öppen nu och behandlar supportärendena i den ordning de kommer in.',
    opens: (day, time) => `Behandlingen börjar när kundtjänsten öppnar ${day} kl. ${time}.`,
    today: 'i dag',
    closed: 'Behandlingen börjar när kundtjänsten öppnar nästa gång.',
    urgent: 'Ärendet är markerat som brådskande.',
    call: (phone) => `Telefontjänsten är öppen nu: snabbast får du hjälp om du ringer ${phone}.`,
  },
};

const formats: Readonly<
  Record<Language, { readonly locale: string; readonly dateStyle: 'short' | 'long' }>
> = {
  fi: { locale: 'fi', dateStyle: 'short' },
  en: { locale: 'en-GB', dateStyle: 'long' },
  sv: { locale: 'sv-FI', dateStyle: 'long' },
};

export function dateAndTime(instant: Date, timeZone: string, language: Language): string {
  const { locale, dateStyle } = formats[language];
  const shown = new Intl.DateTimeFormat(locale, { timeZone, dateStyle, timeStyle: 'short' });
  const clock = clockName(instant, language, timeZone);
  return shown.format(instant) + (clock && ` (${clock})`);
}

/** A day as it stands in a sentence, `maanantaina 30.11.`, or today. */
function dayText(instant: Date, now: Date, timeZone: string, language: Language): string {
  const day = (at: Date) =>
    new Intl.DateTimeFormat({ fi: 'fi', en: 'en-GB', sv: 'sv' }[language], {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: language === 'fi' ? 'numeric' : 'long',
    }).format(at);
  if (day(instant) === day(now)) return received[language].today;
  return language === 'en' ? `on ${day(instant)}` : day(instant);
}

/** A time of day, `9` or `9.05`, in English `09:00`. */
function timeText(instant: Date, timeZone: string, language: Language): string {
  const time = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'fi', {
    timeZone,
    hour: language === 'en' ? '2-digit' : 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
  return language === 'en' ? time : time.replace(/\.00$/, '');
}

/**
 * What happens next to a request that is new: it waits for the hours in which customer service is there. A critical one is
 * urgent, and while the telephone is answered, calling comes first [guide 1.2.4].
 */
export function nextStepWhenReceived(
  contact: ServiceProfile['contact'],
  isCritical: boolean,
  now: Date,
  language: Language,
): string {
  const opening = openingAt(contact.hours, now);
  const { open, opens, closed, urgent, call } = received[language];
  if (isCritical) {
    const next = opening.open
      ? call(contact.phone)
      : nextStepWhenReceived(contact, false, now, language);
    return `${urgent} ${next}`;
  }
  if (opening.open) return open;
  return opening.opensAt
    ? opens(
        dayText(opening.opensAt, now, contact.hours.timeZone, language),
        timeText(opening.opensAt, contact.hours.timeZone, language),
      )
    : closed;
}

/** What happens next to a request that somebody has taken up. */
export const nextStep = (status: Exclude<RequestStatus, 'received'>, language: Language): string =>
  steps[language][status];

const units: Readonly<Record<Language, Readonly<Record<StaffUnit, string>>>> = {
  fi: { 'customer-service': 'Asiakaspalvelu', 'product-development': 'Tuotekehitys' },
  en: { 'customer-service': 'Customer service', 'product-development': 'Product development' },
  sv: { 'customer-service': 'Kundtjänst', 'product-development': 'Produktutveckling' },
};

export const unitName = (unit: StaffUnit, language: Language): string => units[language][unit];

/** The unit that a name stands for, in any language or as an id. */
export function unitNamed(name: string): StaffUnit | undefined {
  const asked = name.toLowerCase();
  return staffUnits.find((unit) =>
    [unit, ...languages.map((language) => unitName(unit, language).toLowerCase())].includes(asked),
  );
}

/** Where a customer sets for how long advisory access is valid at most [guide 2.1.6]. */
export const maxHoursSetIn: Readonly<Record<Language, string>> = {
  fi: 'Palvelunhallinta | Yleiset asetukset | Neuvontaoikeudet voimassa enintään',
  en: 'Service Management | General settings | Advisory access valid for at most',
  sv: 'Tjänsteadministration | Allmänna inställningar | Rådgivningsrättigheter gäller högst',
};
