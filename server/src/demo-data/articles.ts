import type { Insertable } from 'kysely';
import { defaultLinks, languages, type Language } from '../../../src/contract/index.js';
import type { Tables } from '../storage/tables.js';

interface Text {
  readonly title: string;
  readonly content: string;
}

interface DemoArticle extends Pick<Insertable<Tables['articles']>, 'id' | 'source'> {
  readonly application: string | null;
  readonly fi: Text;
  readonly en?: Text;
  readonly sv?: Text;
}

/** The demo's own texts, written as forum and manual would; what they say of the program's menus is an example. */
const articles: readonly DemoArticle[] = [
  {
    id: 'tilikauden-avaus',
    application: 'kirjanpito',
    source: 'manual',
    fi: {
      title: 'Tilikauden avaus',
      content:
        'Uusi tilikausi avataan kohdassa Perustiedot | Tilikaudet. Anna tilikauden alku- ja loppupäivä ja tarkista, että jaksot ovat oikein, ennen kuin tallennat. ' +
        'Kahta tilikautta voi pitää auki yhtä aikaa, joten edellistä ei tarvitse päättää ennen uuden avaamista. Alkusaldot siirretään, kun edellisen tilikauden tilinpäätös on valmis.',
    },
    en: {
      title: 'Opening an accounting period',
      content:
        'A new accounting period is opened in Basic data | Accounting periods. Enter the first and the last day of the period and check the months before you save. ' +
        'Two periods may be open at once, so the previous one does not need to be closed first. Opening balances are transferred when the financial statements of the previous period are ready.',
    },
    sv: {
      title: 'Öppna en räkenskapsperiod',
      content:
        'En ny räkenskapsperiod öppnas i Basuppgifter | Räkenskapsperioder. Ange periodens första och sista dag och kontrollera månaderna innan du sparar. ' +
        'Två perioder kan vara öppna samtidigt, så den föregående behöver inte avslutas först. Ingående saldon överförs när bokslutet för den föregående perioden är klart.',
    },
  },
  {
    id: 'kausi-ei-voimassa',
    application: 'kirjanpito',
    source: 'forum',
    fi: {
      title: 'Tositetta ei voi tallentaa: kausi ei ole voimassa',
      content:
        'Ohjelma ilmoittaa, ettei kausi ole voimassa, kun tositteen päivämäärä ei kuulu mihinkään avoimeen tilikauteen tai kuukausi on lukittu. ' +
        'Tarkista ensin tositteen päivä. Jos päivä on oikea, avaa tilikausi tai pyydä pääkäyttäjää poistamaan kuukauden lukitus.',
    },
  },
  {
    id: 'tilinpaatos-alkusaldot',
    application: 'kirjanpito',
    source: 'manual',
    fi: {
      title: 'Tilinpäätös ja alkusaldojen siirto',
      content:
        'Kun tilinpäätöskirjaukset on tehty, tulosta tase ja tuloslaskelma ja vertaa niitä pääkirjaan. Siirrä sitten tasetilien saldot uuden tilikauden alkusaldoiksi. ' +
        'Siirron voi tehdä uudelleen, jos päättyneelle tilikaudelle tulee vielä kirjauksia: uusi siirto korvaa edellisen.',
    },
  },
  {
    id: 'alv-ilmoitus',
    application: 'kirjanpito',
    source: 'manual',
    fi: {
      title: 'Alv-ilmoituksen tarkistaminen ja lähettäminen',
      content:
        'Muodosta arvonlisäveroilmoitus kaudelta ja vertaa sitä alv-tilien saldoihin ennen lähettämistä. Erittely näyttää, mistä tositteista kukin luku muodostuu. ' +
        'Lähetetyn ilmoituksen voi korjata antamalla samalta kaudelta uuden ilmoituksen, joka korvaa aiemman kokonaan.',
    },
    en: {
      title: 'Checking and sending the VAT return',
      content:
        'Create the VAT return for the period and compare it with the balances of the VAT accounts before you send it. The specification shows which vouchers make up each figure. ' +
        'A return that has been sent is corrected by a new one for the same period, which replaces the previous one entirely.',
    },
    sv: {
      title: 'Kontrollera och skicka momsdeklarationen',
      content:
        'Skapa momsdeklarationen för perioden och jämför den med saldona på momskontona innan du skickar den. Specifikationen visar vilka verifikat varje siffra består av. ' +
        'En deklaration som har skickats korrigeras med en ny för samma period, som ersätter den tidigare helt och hållet.',
    },
  },
  {
    id: 'alv-ei-tasmaa',
    application: 'kirjanpito',
    source: 'forum',
    fi: {
      title: 'Alv-ilmoitus ei täsmää pääkirjaan',
      content:
        'Tavallisin syy on tosite, joka on kirjattu suoraan arvonlisäverotilille ilman verokoodia, tai kirjaus, joka on tehty ilmoituksen muodostamisen jälkeen. ' +
        'Aja erittely verokoodeittain ja vertaa sitä alv-tilin tapahtumiin: puuttuva tosite löytyy erotuksen suuruudella.',
    },
  },
  {
    id: 'tositteen-poistaminen',
    application: 'kirjanpito',
    source: 'forum',
    fi: {
      title: 'Miten tallennetun tositteen voi poistaa?',
      content:
        'Kirjanpitoon tallennettua tositetta ei poisteta, vaan se oikaistaan: kirjaa vastakkainen vienti ja viittaa selitteessä alkuperäiseen tositteeseen. ' +
        'Näin kirjausketju säilyy. Keskeneräisen tositteen voi poistaa tallennusnäkymässä.',
    },
  },
  {
    id: 'suoritus-ei-kohdistu',
    application: 'myyntireskontra',
    source: 'forum',
    fi: {
      title: 'Viitesuoritus ei kohdistu laskulle',
      content:
        'Suoritus jää kohdistamatta, kun viitenumero on väärä, lasku on jo suljettu tai maksettu summa poikkeaa laskusta. ' +
        'Hae lasku asiakkaan nimellä, valitse suoritus ja kohdista se käsin. Jos sama asiakas käyttää toistuvasti vanhaa viitettä, tarkista hänen laskupohjansa.',
    },
  },
  {
    id: 'maksumuistutus',
    application: 'myyntireskontra',
    source: 'manual',
    fi: {
      title: 'Maksumuistutukset ja viivästyskorko',
      content:
        'Maksumuistutukset muodostetaan erääntyneistä myyntilaskuista. Valitse asiakkaat, muistutuspäivä ja muistutuksen teksti, ja tarkista lista ennen lähettämistä. ' +
        'Viivästyskorko lasketaan eräpäivästä; korkoprosentti annetaan reskontran perustiedoissa.',
    },
  },
  {
    id: 'maksuaineisto',
    application: 'ostoreskontra',
    source: 'manual',
    fi: {
      title: 'Maksuaineiston muodostaminen ostolaskuista',
      content:
        'Poimi maksettavat ostolaskut eräpäivän mukaan, tarkista tilinumerot ja muodosta maksuaineisto. Aineisto lähtee pankkiin pankkiyhteyden kautta, kun se on hyväksytty. ' +
        'Jos pankki hylkää maksun, lasku palaa avoimeksi ja sen voi poimia uudelleen.',
    },
  },
  {
    id: 'hyvaksyntakierto',
    application: 'ostolaskujen-kasittely',
    source: 'manual',
    fi: {
      title: 'Ostolaskun hyväksyminen ja kierto',
      content:
        'Lasku kiertää asiatarkastajalta hyväksyjälle. Kierron voi tallentaa toimittajalle oletukseksi, ja loman ajaksi voi nimetä sijaisen. ' +
        'Kiertoon jääneen laskun näkee hakemalla laskut tilan mukaan; sen voi siirtää toiselle käsittelijälle.',
    },
  },
  {
    id: 'verkkolasku-perille',
    application: 'laskujen-valitys',
    source: 'forum',
    fi: {
      title: 'Verkkolasku ei mene perille',
      content:
        'Tarkista vastaanottajan verkkolaskuosoite ja välittäjän tunnus: lasku palautuu, jos jompikumpi on vanhentunut. Palautuneen laskun syy näkyy lähetyslokissa. ' +
        'Korjaa osoite asiakasrekisteriin ja lähetä lasku uudelleen.',
    },
  },
  {
    id: 'myyntilasku-hyvitys',
    application: 'myynninhallinta',
    source: 'manual',
    fi: {
      title: 'Myyntilaskun hyvittäminen',
      content:
        'Lähetetty lasku korjataan hyvityslaskulla. Avaa alkuperäinen lasku, valitse hyvitys ja rajaa hyvitettävät rivit. ' +
        'Hyvityslasku saa oman numeron ja kohdistuu alkuperäiseen laskuun myyntireskontrassa.',
    },
  },
  {
    id: 'palkkalaskelma',
    application: 'palkanlaskenta',
    source: 'manual',
    fi: {
      title: 'Palkkalaskelman tulostaminen ja lähettäminen',
      content:
        'Palkkalaskelmat tulostetaan, kun palkkakausi on laskettu ja tarkistettu. Rajaa työntekijät palkkaryhmän tai henkilönumeron mukaan. ' +
        'Laskelman voi lähettää myös verkkopalkkana pankkiin; silloin työntekijän tiedoissa on oltava tilinumero. Aiempien kausien laskelmat löytyvät arkistosta.',
    },
    en: {
      title: 'Printing and sending payslips',
      content:
        'Payslips are printed when the pay period has been calculated and checked. Choose the employees by pay group or by employee number. ' +
        'A payslip can also be sent to the bank electronically if the employee has an account number. Payslips of previous periods are in the archive.',
    },
    sv: {
      title: 'Skriv ut och skicka lönespecifikationer',
      content:
        'Lönespecifikationerna skrivs ut när löneperioden har räknats och kontrollerats. Välj de anställda enligt lönegrupp eller anställningsnummer. ' +
        'En specifikation kan också skickas elektroniskt till banken; då behöver den anställda ett kontonummer. Specifikationer för tidigare perioder finns i arkivet.',
    },
  },
  {
    id: 'tulorekisteri',
    application: 'palkanlaskenta',
    source: 'manual',
    fi: {
      title: 'Palkkatietojen ilmoittaminen tulorekisteriin',
      content:
        'Palkkatietoilmoitus muodostetaan palkkakaudesta ja annetaan viimeistään viidentenä päivänä maksupäivän jälkeen. Tulorekisterin palaute kertoo, hyväksyttiinkö ilmoitus. ' +
        'Virheellinen ilmoitus korjataan korvaavalla ilmoituksella: korjaa palkkatapahtuma ja lähetä ilmoitus uudelleen.',
    },
  },
  {
    id: 'lomapalkka',
    application: 'palkanlaskenta',
    source: 'forum',
    fi: {
      title: 'Lomapalkka ja lomaraha samassa maksussa',
      content:
        'Lomapalkan ja lomarahan voi maksaa samalla kertaa, kun molemmille on omat palkkalajinsa. Tarkista lomakortilta kertyneet päivät ennen laskentaa. ' +
        'Jos lomaraha maksetaan vasta loman jälkeen, jätä palkkalaji pois tältä kaudelta.',
    },
  },
  {
    id: 'poissaolon-kirjaus',
    application: 'poissaolorekisteri',
    source: 'manual',
    fi: {
      title: 'Sairauspoissaolon kirjaaminen',
      content:
        'Kirjaa poissaolo työntekijälle alku- ja loppupäivineen ja valitse syy. Palkallinen poissaolo siirtyy palkanlaskentaan seuraavan palkkakauden mukana. ' +
        'Päällekkäisiä poissaoloja ohjelma ei hyväksy: muuta ensin aiempaa.',
    },
  },
  {
    id: 'varmenteen-uusiminen',
    application: 'pankkiyhteys',
    source: 'manual',
    fi: {
      title: 'Pankkiyhteyden varmenteen uusiminen',
      content:
        'Pankin varmenne on voimassa määräajan, ja se uusitaan pankkiyhteyden asetuksissa ennen sen päättymistä. Vanhentunutta varmennetta ei voi uusia, vaan pankista pyydetään uusi siirtoavain. ' +
        'Maksut ja tiliotteet odottavat, kunnes yhteys toimii jälleen.',
    },
    en: {
      title: 'Renewing a bank connection certificate',
      content:
        'The bank’s certificate is valid for a limited time and is renewed in the bank connection settings before it expires. An expired certificate cannot be renewed: ask your bank for a new transfer key. ' +
        'Payments and bank statements wait until the connection works again.',
    },
    sv: {
      title: 'Förnya certifikatet för en bankförbindelse',
      content:
        'Bankens certifikat gäller en viss tid och förnyas i bankförbindelsens inställningar innan det går ut. Ett certifikat som har gått ut kan inte förnyas: be banken om en ny överföringsnyckel. ' +
        'Betalningar och kontoutdrag väntar tills förbindelsen fungerar igen.',
    },
  },
  {
    id: 'tiliote-puuttuu',
    application: 'pankkiyhteys',
    source: 'forum',
    fi: {
      title: 'Tiliote puuttuu: mistä vika löytyy?',
      content:
        'Jos yhden päivän tiliote puuttuu, tarkista ensin pankkiyhteyden loki. Pankki toimittaa tiliotteen vain päiviltä, joilla tilillä on ollut tapahtumia. ' +
        'Puuttuvan tiliotteen voi noutaa uudelleen valitsemalla tilin ja päivän.',
    },
  },
  {
    id: 'kiinteisto-vastike',
    application: 'kiinteistohallinta',
    source: 'manual',
    fi: {
      title: 'Hoitovastikkeen muuttaminen',
      content:
        'Uusi hoitovastike annetaan vastikelajille voimaantulopäivineen, jolloin se koskee kaikkia osakkaita kerralla. Tarkista vastikelista ennen tilisiirtojen tulostamista. ' +
        'Jo muodostetut vastikkeet eivät muutu, vaan erotus veloitetaan seuraavassa kuussa.',
    },
  },
  {
    id: 'yleisraportin-rajaukset',
    application: 'yleisraportti',
    source: 'manual',
    fi: {
      title: 'Yleisraportin rajaukset ja tallentaminen',
      content:
        'Valitse raportille jakso, kustannuspaikat ja tilit. Rajaukset voi tallentaa omalla nimellä, jolloin sama raportti on seuraavalla kerralla yhden valinnan päässä. ' +
        'Valmiin raportin voi siirtää taulukkolaskentaan tai lähettää asiakkaalle.',
    },
    en: {
      title: 'Selection criteria for a general report',
      content:
        'Choose the period, the cost centres and the accounts of the report. Selection criteria can be saved under a name of your own, so that the same report is one click away next time. ' +
        'A finished report can be exported to a spreadsheet or sent to the customer.',
    },
    sv: {
      title: 'Urvalskriterier för en allmän rapport',
      content:
        'Välj rapportens period, kostnadsställen och konton. Urvalskriterierna kan sparas under ett eget namn, så att samma rapport nästa gång är ett klick bort. ' +
        'En färdig rapport kan överföras till ett kalkylprogram eller skickas till kunden.',
    },
  },
  {
    id: 'raportti-tyhja',
    application: 'yleisraportti',
    source: 'forum',
    fi: {
      title: 'Raportti on tyhjä, vaikka kirjauksia on',
      content:
        'Tyhjä raportti johtuu useimmiten rajauksista: jakso on väärältä tilikaudelta tai kustannuspaikka on jäänyt edellisestä ajosta. ' +
        'Poista rajaukset yksi kerrallaan. Jos raportti on tyhjä ilman rajauksiakin, kerro tukipyynnössä raportin nimi ja käytetyt rajaukset.',
    },
  },
  {
    id: 'aineiston-arkistointi',
    application: 'arkisto',
    source: 'manual',
    fi: {
      title: 'Tilikauden aineiston arkistointi',
      content:
        'Arkistoi tilikauden tositteet ja kirjanpitokirjat, kun tilinpäätös on vahvistettu. Arkistoituja asiakirjoja voi hakea päivän, tositelajin ja sanan mukaan. ' +
        'Arkistoitua aineistoa ei voi muuttaa.',
    },
  },
  {
    id: 'kayttajan-lisaaminen',
    application: 'palvelunhallinta',
    source: 'manual',
    fi: {
      title: 'Uuden käyttäjän lisääminen ja käyttöoikeudet',
      content:
        'Pääkäyttäjä lisää käyttäjän Palvelunhallinnassa ja antaa käyttöoikeudet sovelluksittain ja yrityksittäin. Käyttäjätunnus on muotoa yritys-käyttäjä. ' +
        'Poistuneen työntekijän tunnus suljetaan, jolloin hänen tekemänsä kirjaukset säilyvät.',
    },
  },
  {
    id: 'salasana-unohtunut',
    application: 'palvelunhallinta',
    source: 'forum',
    fi: {
      title: 'Salasana on unohtunut tai tunnus on lukittu',
      content:
        'Pyydä kirjautumissivulla uusi salasana: linkki tulee siihen sähköpostiin, joka käyttäjätunnukselle on annettu. Tunnus lukittuu, kun salasana on väärin monta kertaa peräkkäin. ' +
        'Lukituksen avaa yrityksen oma pääkäyttäjä.',
    },
    en: {
      title: 'Password forgotten, or user ID locked',
      content:
        'Ask for a new password on the sign-in page: a link is sent to the e-mail address of the user ID. A user ID is locked after several wrong passwords in a row. ' +
        'The main user of your company unlocks it.',
    },
    sv: {
      title: 'Lösenordet är glömt eller användar-id:t är låst',
      content:
        'Be om ett nytt lösenord på inloggningssidan: en länk skickas till den e-postadress som hör till användar-id:t. Det låses efter flera felaktiga lösenord i rad. ' +
        'Företagets egen huvudanvändare låser upp det.',
    },
  },
  {
    id: 'yrityksen-tiedot',
    application: 'yrityksen-perustiedot',
    source: 'manual',
    fi: {
      title: 'Yrityksen nimen, osoitteen ja tilinumeron muuttaminen',
      content:
        'Yrityksen tiedot muutetaan kohdassa Yrityksen perustiedot. Uusi tilinumero näkyy laskuilla heti, joten tarkista se ennen laskutusta. ' +
        'Nimenmuutos ei vaikuta jo lähetettyihin laskuihin eikä Y-tunnukseen.',
    },
  },
  {
    id: 'virheen-tiedot',
    application: null,
    source: 'manual',
    fi: {
      title: 'Virheilmoituksen tiedot tukipyyntöön',
      content:
        'Kun ohjelma ilmoittaa virheestä, valitse Ohje | Näytä virhe ja ota kuva koko ikkunasta. Kerro tukipyynnössä, mitä teit, mitä tapahtui ja mitä odotit tapahtuvan. ' +
        'Peitä kuvasta henkilötunnukset ja muut tiedot, joita asia ei koske.',
    },
    en: {
      title: 'Error details for a support request',
      content:
        'When the program shows an error, choose Help | Show error and take a screenshot of the whole window. In the support request, say what you did, what happened and what you expected. ' +
        'Cover personal identity codes and anything else that is not relevant.',
    },
    sv: {
      title: 'Uppgifter om ett fel i ett supportärende',
      content:
        'När programmet visar ett fel, välj Hjälp | Visa fel och ta en bild av hela fönstret. Berätta i supportärendet vad du gjorde, vad som hände och vad du hade väntat dig. ' +
        'Täck över personbeteckningar och andra uppgifter som inte hör till saken.',
    },
  },
];

const inLanguage = (
  { id, application, source }: DemoArticle,
  language: Language,
  text: Text,
): Insertable<Tables['articles']> => ({
  id,
  language,
  product: 'fivaldi',
  application,
  source,
  link: defaultLinks.community,
  ...text,
});

export const demoArticles: Insertable<Tables['articles']>[] = articles.flatMap((article) =>
  languages.flatMap((language) => {
    const text = article[language];
    return text ? [inLanguage(article, language, text)] : [];
  }),
);
