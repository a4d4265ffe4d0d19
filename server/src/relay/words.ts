import type { ActiveContent, Language, SupportRequest } from '../../../src/contract/index.js';

/** What stands before each field in a mail to the HelpDesk's mailbox. */
export interface MailWords {
  readonly kinds: Readonly<Record<SupportRequest['kind'], string>>;
  readonly abouts: Readonly<Record<NonNullable<SupportRequest['about']>, string>>;
  readonly kind: string;
  readonly about: string;
  readonly critical: string;
  readonly neededBy: string;
  readonly incident: string;
  readonly companyNumbers: string;
  readonly userIds: string;
  readonly company: string;
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly description: string;
  readonly report: string;
  readonly criteria: string;
  readonly errorMessage: string;
  readonly diagnostics: string;
  readonly attachments: string;
  readonly confirmed: string;
  /** Who replied. */
  readonly from: string;
  /** Who gets the answers. */
  readonly contact: string;
  readonly confirmsProposal: string;
  readonly declinesProposal: string;
  /** Before the name of a document that can do more than be read. */
  readonly activeContent: string;
  readonly activeContents: Readonly<Record<ActiveContent, string>>;
  /** Why the files are missing. */
  readonly tooLarge: string;
}

export const mailWords: Readonly<Record<Language, MailWords>> = {
  fi: {
    kinds: { question: 'Kysymys', problem: 'Ongelma', feedback: 'Palaute', idea: 'Kehitysehdotus' },
    abouts: { error: 'virheilmoitus', report: 'raportti', other: 'muu' },
    kind: 'Tyyppi',
    about: 'Ongelman tyyppi',
    critical: 'Kriittinen: työ on pysähtynyt',
    neededBy: 'Ratkaisu tarvitaan viimeistään',
    incident: 'Sama ongelma kuin häiriötiedotteessa',
    companyNumbers: 'Yritysnumerot',
    userIds: 'Käyttäjätunnukset, joilla ongelma ilmenee',
    company: 'Yritys',
    name: 'Nimi',
    phone: 'Puhelin',
    email: 'Sähköposti',
    description: 'Kuvaus',
    report: 'Raportin nimi',
    criteria: 'Raportin rajaukset',
    errorMessage: 'Virheilmoitus',
    diagnostics: 'Ohjelman virhetiedot',
    attachments: 'Liitteet',
    confirmed: 'Maksullinen työ vahvistettu etukäteen',
    from: 'Vastaaja',
    contact: 'Yhteyshenkilö',
    confirmsProposal: 'Vahvistaa ehdotuksen maksullisesta työstä',
    declinesProposal: 'Hylkää ehdotuksen maksullisesta työstä',
    activeContent: 'Avaa vain suojatussa tilassa:',
    activeContents: {
      javaScript: 'sisältää JavaScriptiä',
      launch: 'käynnistää ohjelman',
      embeddedFiles: 'sisältää tiedostoja',
      unreadable: 'sisältöä ei voitu tarkistaa',
    },
    tooLarge: 'Avaa liitteet tukipyynnöstä: ne ovat liian suuria sähköpostiin.',
  },
  en: {
    kinds: {
      question: 'Question',
      problem: 'Problem',
      feedback: 'Feedback',
      idea: 'Development idea',
    },
    abouts: { error: 'error message', report: 'report', other: 'other' },
    kind: 'Type',
    about: 'Type of problem',
    critical: 'Critical: work has stopped',
    neededBy: 'Needed by',
    incident: 'Same problem as in the incident notice',
    companyNumbers: 'Company numbers',
    userIds: 'Affected user IDs',
    company: 'Company',
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    description: 'Description',
    report: 'Report name',
    criteria: 'Report selection criteria',
    errorMessage: 'Error message',
    diagnostics: 'Error details from the program',
    attachments: 'Attachments',
    confirmed: 'Chargeable work confirmed beforehand',
    from: 'Reply from',
    contact: 'Contact',
    confirmsProposal: 'Confirms the proposal for chargeable work',
    declinesProposal: 'Declines the proposal for chargeable work',
    activeContent: 'Open in protected view only:',
    activeContents: {
      javaScript: 'contains JavaScript',
      launch: 'starts a program',
      embeddedFiles: 'contains files',
      unreadable: 'content could not be checked',
    },
    tooLarge: 'Open the attachments in the support request: they are too large for an e-mail.',
  },
  sv: {
    kinds: {
      question: 'Fråga',
      problem: 'Problem',
      feedback: 'Respons',
      idea: 'Utvecklingsförslag',
    },
    abouts: { error: 'felmeddelande', report: 'rapport', other: 'annat' },
    kind: 'Typ',
    about: 'Typ av problem',
    critical: 'Kritiskt: arbetet har stannat',
    neededBy: 'Lösningen behövs senast',
    incident: 'Samma problem som i störningsmeddelandet',
    companyNumbers: 'Företagsnummer',
    userIds: 'Berörda användar-id:n',
    company: 'Företag',
    name: 'Namn',
    phone: 'Telefon',
    email: 'E-post',
    description: 'Beskrivning',
    report: 'Rapportens namn',
    criteria: 'Rapportens urvalskriterier',
    errorMessage: 'Felmeddelande',
    diagnostics: 'Programmets felinformation',
    attachments: 'Bilagor',
    confirmed: 'Avgiftsbelagt arbete bekräftat på förhand',
    from: 'Svar från',
    contact: 'Kontaktperson',
    confirmsProposal: 'Bekräftar förslaget om avgiftsbelagt arbete',
    declinesProposal: 'Avslår förslaget om avgiftsbelagt arbete',
    activeContent: 'Öppna bara i skyddat läge:',
    activeContents: {
      javaScript: 'innehåller JavaScript',
      launch: 'startar ett program',
      embeddedFiles: 'innehåller filer',
      unreadable: 'innehållet kunde inte granskas',
    },
    tooLarge: 'Öppna bilagorna i supportärendet: de är för stora för e-post.',
  },
};
