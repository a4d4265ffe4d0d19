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
    kind: 'Laji',
    about: 'Ongelma koskee',
    critical: 'Kiireellinen: työ on pysähtynyt, eikä sitä voi tehdä muulla tavalla',
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
    diagnostics: 'Ohjelman tiedot virheestä',
    attachments: 'Liitteet',
    confirmed: 'Maksullinen työ vahvistettu etukäteen',
    from: 'Vastaaja',
    contact: 'Yhteyshenkilö',
    confirmsProposal: 'Vahvistaa maksullisen työn ehdotuksen',
    declinesProposal: 'Hylkää maksullisen työn ehdotuksen',
    activeContent: 'Avaa vain suojatussa tilassa:',
    activeContents: {
      javaScript: 'JavaScriptiä',
      launch: 'käynnistää ohjelman',
      embeddedFiles: 'sisältää tiedostoja',
      unreadable: 'sisältöä ei voitu tarkistaa',
    },
    tooLarge: 'Liitteet ovat liian suuret sähköpostiin. Ne ovat tukipyynnössä.',
  },
  en: {
    kinds: {
      question: 'Question',
      problem: 'Problem',
      feedback: 'Feedback',
      idea: 'Development idea',
    },
    abouts: { error: 'an error', report: 'a report', other: 'something else' },
    kind: 'Kind',
    about: 'The problem is about',
    critical: 'Critical: work has stopped and cannot be done in another way',
    neededBy: 'Needed by',
    incident: 'The same problem as in the incident notice',
    companyNumbers: 'Company numbers',
    userIds: 'User IDs with which the problem shows',
    company: 'Company',
    name: 'Name',
    phone: 'Phone',
    email: 'E-mail',
    description: 'Description',
    report: 'Name of the report',
    criteria: 'Selection criteria of the report',
    errorMessage: 'Error message',
    diagnostics: 'What the program says of the error',
    attachments: 'Attachments',
    confirmed: 'Chargeable work confirmed beforehand',
    from: 'Reply from',
    contact: 'Contact',
    confirmsProposal: 'Confirms the proposal of chargeable work',
    declinesProposal: 'Declines the proposal of chargeable work',
    activeContent: 'Open in protected view only:',
    activeContents: {
      javaScript: 'JavaScript',
      launch: 'starts a program',
      embeddedFiles: 'holds files',
      unreadable: 'what is in it could not be checked',
    },
    tooLarge: 'The attachments are too large for an e-mail. They are in the support request.',
  },
  sv: {
    kinds: {
      question: 'Fråga',
      problem: 'Problem',
      feedback: 'Respons',
      idea: 'Utvecklingsförslag',
    },
    abouts: { error: 'ett felmeddelande', report: 'en rapport', other: 'annat' },
    kind: 'Typ',
    about: 'Problemet gäller',
    critical: 'Brådskande: arbetet har stannat och kan inte utföras på något annat sätt',
    neededBy: 'Lösningen behövs senast',
    incident: 'Samma problem som i störningsmeddelandet',
    companyNumbers: 'Företagsnummer',
    userIds: 'Användarnamn som berörs av problemet',
    company: 'Företag',
    name: 'Namn',
    phone: 'Telefon',
    email: 'E-post',
    description: 'Beskrivning',
    report: 'Rapportens namn',
    criteria: 'Rapportens urvalskriterier',
    errorMessage: 'Felmeddelande',
    diagnostics: 'Programmets uppgifter om felet',
    attachments: 'Bilagor',
    confirmed: 'Avgiftsbelagt arbete bekräftat på förhand',
    from: 'Svar från',
    contact: 'Kontaktperson',
    confirmsProposal: 'Bekräftar förslaget om avgiftsbelagt arbete',
    declinesProposal: 'Avslår förslaget om avgiftsbelagt arbete',
    activeContent: 'Öppna bara i skyddat läge:',
    activeContents: {
      javaScript: 'JavaScript',
      launch: 'startar ett program',
      embeddedFiles: 'innehåller filer',
      unreadable: 'innehållet kunde inte granskas',
    },
    tooLarge: 'Bilagorna är för stora för e-post. De finns i supportärendet.',
  },
};
