import type { Company } from '../../../src/contract/index.js';

const numbered = (first: number, names: readonly string[]): Company[] =>
  names.map((name, index) => ({ number: String(first + index * 17), name }));

/** The client companies of the first accounting office. */
export const ayrasCompanies: readonly Company[] = [
  { number: '1234', name: 'Kahvila Kulma Oy' },
  { number: '5678', name: 'Äänekosken Sähkö Ky' },
  { number: '9012', name: 'Rakennus Öhman Oy' },
  ...numbered(9104, [
    'Ahosen Autokorjaamo Oy',
    'Asianajotoimisto Lindqvist & Co Oy',
    'Asunto Oy Helsingin Koivukuja',
    'Asunto Oy Tampereen Pyynikinrinne',
    'Bageri Åström Ab',
    'Elintarvike Jokela Oy',
    'Fysioterapia Liike Oy',
    'Hammaslääkäri Salminen Oy',
    'Heikkilän Maatila',
    'Hiusstudio Säde Tmi',
    'Hämeen Puutarha Oy',
    'Insinööritoimisto Väisänen Oy',
    'Isännöinti Kallio Oy',
    'Jyväskylän Jääurheilu ry',
    'Kalatukku Eskola Oy',
    'Karjalan Kuljetus Oy',
    'Keittiökaluste Peltonen Oy',
    'Kiinteistöhuolto Rautio Ky',
    'Konepaja Mäntylä Oy',
    'Kukkakauppa Orvokki Tmi',
    'Kuopion Kirjakauppa Oy',
    'Lahden Lasitus Oy',
    'Leipomo Rosenqvist Oy',
    'Lounasravintola Hernekeitto Oy',
    'Maalausliike Vääräniemi Oy',
    'Metsäpalvelu Korpi Oy',
    'Muotoilutoimisto Ääri Oy',
    'Oulun Optikko Oy',
    'Parturi-kampaamo Tukka Tmi',
    'Pihatyö Niskanen Ky',
    'Porin Painotalo Oy',
    'Päiväkoti Pikkuapila Oy',
    'Rovaniemen Retket Oy',
    'Savon Siivous Oy',
    'Sisustus Söderholm Oy',
    'Taksi Yli-Hannuksela Tmi',
    'Turun Telakkapalvelu Oy',
    'Verkkokauppa Villasukka Oy',
    'Öljytuote Bäckman Oy',
  ]),
];

/** The client companies of the other accounting office. */
export const virtaCompanies: readonly Company[] = [
  { number: '2201', name: 'Ravintola Merituuli Oy' },
  { number: '2202', name: 'Sähköasennus Laaksonen Oy' },
  { number: '2203', name: 'Tilausajot Hyvönen Ky' },
];
