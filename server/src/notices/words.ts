import type { AdvisoryAsk, Language } from '../../../src/contract/index.js';
import type { NoticeKind, Side } from '../storage/tables.js';

/** What a notice says first: what happened, and what is to be done. Names stand after it, never within a sentence. */
type Headings = Readonly<Partial<Record<NoticeKind | 'narrower' | 'unused', string>>>;

/** The words of mails about advisory access. */
export interface NoticeWords {
  /** Whom the mails are from. */
  readonly sender: string;
  readonly headings: Readonly<Record<Side, Headings>>;
  /** Of several notices: how many wait for a decision, or what there is. */
  readonly waiting: (count: number) => string;
  readonly several: (count: number) => string;
  readonly more: (count: number) => string;
  readonly customer: string;
  readonly request: string;
  readonly asker: string;
  readonly by: string;
  readonly grantedTo: string;
  readonly unit: (name: string) => string;
  readonly access: string;
  readonly accesses: Readonly<Record<AdvisoryAsk['access'], string>>;
  readonly companies: string;
  readonly companyCount: (count: number) => string;
  readonly areas: string;
  readonly areaCount: (count: number) => string;
  /** Of how many: `2/3`. */
  readonly of: (granted: number, asked: number) => string;
  readonly period: string;
  readonly decideBy: string;
  readonly ended: string;
  readonly ends: string;
  readonly used: string;
  readonly times: (count: number) => string;
  readonly notUsed: string;
  /** That the customer's rules were changed. */
  readonly settings: string;
  readonly changedAt: string;
  readonly approvers: string;
  readonly maxHours: string;
  readonly hours: (count: number) => string;
  readonly reasonInDesk: string;
  readonly open: string;
  readonly whyCustomer: string;
  readonly whySupport: string;
}

export const noticeWords: Readonly<Record<Language, NoticeWords>> = {
  fi: {
    sender: 'Neuvontaoikeudet',
    headings: {
      customer: {
        asked: 'hyväksy tai hylkää neuvontaoikeuspyyntö',
        amended: 'tarkista muuttunut neuvontaoikeuspyyntö',
        firstApproved: 'hyväksy tai hylkää neuvontaoikeuspyyntö, toinen hyväksyntä puuttuu',
        approved: 'tarkista myönnetty neuvontaoikeus',
        rejected: 'neuvontaoikeuspyyntö on hylätty, sinun ei tarvitse tehdä mitään',
        returned: 'pyynnöstä on pyydetty lisätietoja, sinun ei tarvitse tehdä mitään',
        ending: 'neuvontaoikeus päättyy pian, sinun ei tarvitse tehdä mitään',
        ended: 'tarkista, mihin päättynyttä neuvontaoikeutta käytettiin',
        revoked: 'tarkista, mihin lopetettua neuvontaoikeutta käytettiin',
        unused: 'neuvontaoikeus on päättynyt, sitä ei käytetty',
      },
      support: {
        approved: 'neuvontaoikeus on myönnetty',
        narrower: 'neuvontaoikeus on myönnetty pyydettyä suppeampana, tarkista sen laajuus',
        rejected: 'neuvontaoikeuspyyntö on hylätty, lue syy',
        returned: 'vastaa lisätietopyyntöön',
        revoked: 'neuvontaoikeus on lopetettu, lopeta sen käyttö',
        lapsed: 'neuvontaoikeuspyyntö on rauennut, tee tarvittaessa uusi pyyntö',
      },
    },
    waiting: (count) => `${count} neuvontaoikeuspyyntöä odottaa hyväksyntää`,
    several: (count) => `tarkista ${count} neuvontaoikeustapahtumaa`,
    more: (count) => `Lisäksi muita: ${count}.`,
    customer: 'Asiakas',
    request: 'Tukipyyntö',
    asker: 'Pyytäjä',
    by: 'Tekijä',
    grantedTo: 'Saaja',
    unit: (name) => `${name}, koko yksikkö`,
    access: 'Oikeus',
    accesses: { view: 'katselu, ei muutoksia', change: 'katselu ja muuttaminen' },
    companies: 'Yritykset',
    companyCount: (count) => (count === 1 ? '1 yritys' : `${count} yritystä`),
    areas: 'Osa-alueet',
    areaCount: (count) => (count === 1 ? '1 osa-alue' : `${count} osa-aluetta`),
    of: (granted, asked) => `${granted}/${asked}`,
    period: 'Voimassa',
    decideBy: 'Päätös tarvitaan viimeistään',
    ended: 'Päättyi',
    ends: 'Päättyy',
    used: 'Käyttö',
    times: (count) => (count === 1 ? '1 kerta' : `${count} kertaa`),
    notUsed: 'ei käytetty',
    settings: 'tarkista muutetut neuvontaoikeuksien asetukset',
    changedAt: 'Muutettu',
    approvers: 'Hyväksyjien määrä',
    maxHours: 'Voimassa enintään',
    hours: (count) => `${count} h`,
    reasonInDesk: 'Syy on pyynnön tapahtumissa.',
    open: 'Avaa neuvontaoikeudet',
    whyCustomer:
      'Saat tämän viestin, koska voit myöntää neuvontaoikeuksia. Voit valita ilmoitukset samalla sivulla. Myönnetyistä oikeuksista ja muutetuista asetuksista ilmoitetaan aina.',
    whySupport: 'Saat tämän viestin, koska pyysit neuvontaoikeutta.',
  },
  en: {
    sender: 'Advisory access',
    headings: {
      customer: {
        asked: 'approve or reject an advisory access request',
        amended: 'review the changed advisory access request',
        firstApproved: 'approve or reject an advisory access request, a second approval is needed',
        approved: 'review the advisory access that was granted',
        rejected: 'the advisory access request was rejected, you do not need to do anything',
        returned: 'more information was requested, you do not need to do anything',
        ending: 'advisory access ends soon, you do not need to do anything',
        ended: 'review what the ended advisory access was used for',
        revoked: 'review what the revoked advisory access was used for',
        unused: 'advisory access has ended, it was not used',
      },
      support: {
        approved: 'advisory access was granted',
        narrower: 'less advisory access was granted than requested, check its scope',
        rejected: 'the advisory access request was rejected, read the reason',
        returned: 'reply to the request for more information',
        revoked: 'advisory access was revoked, stop using it',
        lapsed: 'the advisory access request has lapsed, send a new one if needed',
      },
    },
    waiting: (count) => `${count} advisory access requests are awaiting approval`,
    several: (count) => `review ${count} advisory access events`,
    more: (count) => `And ${count} more.`,
    customer: 'Customer',
    request: 'Support request',
    asker: 'Requested by',
    by: 'By',
    grantedTo: 'Recipient',
    unit: (name) => `${name}, the whole unit`,
    access: 'Access',
    accesses: { view: 'view, no changes', change: 'view and change' },
    companies: 'Companies',
    companyCount: (count) => (count === 1 ? '1 company' : `${count} companies`),
    areas: 'Program areas',
    areaCount: (count) => (count === 1 ? '1 program area' : `${count} program areas`),
    of: (granted, asked) => `${granted}/${asked}`,
    period: 'Valid',
    decideBy: 'Decide by',
    ended: 'Ended',
    ends: 'Ends',
    used: 'Use',
    times: (count) => (count === 1 ? 'once' : `${count} times`),
    notUsed: 'not used',
    settings: 'review the changed advisory access settings',
    changedAt: 'Changed',
    approvers: 'Approvers required',
    maxHours: 'Valid for at most',
    hours: (count) => `${count} h`,
    reasonInDesk: 'The reason is in the history of the request.',
    open: 'Open advisory access',
    whyCustomer:
      'You receive this message because you can grant advisory access. You can choose your notices on the same page. You are always notified of granted access and changed settings.',
    whySupport: 'You receive this message because you requested advisory access.',
  },
  sv: {
    sender: 'Rådgivningsrättigheter',
    headings: {
      customer: {
        asked: 'godkänn eller avslå en begäran om rådgivningsrättigheter',
        amended: 'granska den ändrade begäran om rådgivningsrättigheter',
        firstApproved:
          'godkänn eller avslå en begäran om rådgivningsrättigheter, ett andra godkännande saknas',
        approved: 'granska de beviljade rådgivningsrättigheterna',
        rejected: 'begäran om rådgivningsrättigheter har avslagits, du behöver inte göra något',
        returned: 'någon har bett om mer information, du behöver inte göra något',
        ending: 'rådgivningsrättigheterna upphör snart, du behöver inte göra något',
        ended: 'granska vad de upphörda rådgivningsrättigheterna användes till',
        revoked: 'granska vad de återkallade rådgivningsrättigheterna användes till',
        unused: 'rådgivningsrättigheterna har upphört, de användes inte',
      },
      support: {
        approved: 'rådgivningsrättigheterna har beviljats',
        narrower:
          'rådgivningsrättigheterna har beviljats i mindre omfattning än begärt, kontrollera dem',
        rejected: 'begäran om rådgivningsrättigheter har avslagits, läs orsaken',
        returned: 'svara på kundens fråga',
        revoked: 'rådgivningsrättigheterna har återkallats, sluta använda dem',
        lapsed: 'begäran om rådgivningsrättigheter har förfallit, gör vid behov en ny',
      },
    },
    waiting: (count) => `${count} begäranden om rådgivningsrättigheter väntar på godkännande`,
    several: (count) => `granska ${count} händelser som gäller rådgivningsrättigheter`,
    more: (count) => `Och ${count} till.`,
    customer: 'Kund',
    request: 'Supportärende',
    asker: 'Begärs av',
    by: 'Av',
    grantedTo: 'Mottagare',
    unit: (name) => `${name}, hela enheten`,
    access: 'Rättighet',
    accesses: { view: 'läsa, inte ändra', change: 'läsa och ändra' },
    companies: 'Företag',
    companyCount: (count) => `${count} företag`,
    areas: 'Delområden',
    areaCount: (count) => (count === 1 ? '1 delområde' : `${count} delområden`),
    of: (granted, asked) => `${granted}/${asked}`,
    period: 'Gäller',
    decideBy: 'Beslut behövs senast',
    ended: 'Upphörde',
    ends: 'Upphör',
    used: 'Användning',
    times: (count) => (count === 1 ? '1 gång' : `${count} gånger`),
    notUsed: 'användes inte',
    settings: 'granska de ändrade inställningarna för rådgivningsrättigheter',
    changedAt: 'Ändrades',
    approvers: 'Antal godkännare',
    maxHours: 'Gäller högst',
    hours: (count) => `${count} h`,
    reasonInDesk: 'Orsaken finns i händelserna för begäran.',
    open: 'Öppna rådgivningsrättigheterna',
    whyCustomer:
      'Du får det här meddelandet eftersom du kan bevilja rådgivningsrättigheter. Du kan välja dina aviseringar på samma sida. Du får alltid besked om beviljade rättigheter och ändrade inställningar.',
    whySupport: 'Du får det här meddelandet eftersom du har begärt rådgivningsrättigheter.',
  },
};
