import type { Article, Incident, Language } from '../../src/contract/index.js';

const HOUR = 3_600_000;

const noPeriodOpens: Readonly<Record<Language, Pick<Incident, 'title' | 'text'>>> = {
  fi: {
    title: 'Kirjanpito: tilikauden avaaminen ei onnistu',
    text: 'Tilikauden avaaminen päättyy virheilmoitukseen. Korjaus on työn alla.',
  },
  en: {
    title: 'Accounting: opening an accounting period does not work',
    text: 'Opening an accounting period ends in an error message. We are working on it.',
  },
  sv: {
    title: 'Bokföring: det går inte att öppna en räkenskapsperiod',
    text: 'Öppnandet av en räkenskapsperiod slutar med ett felmeddelande. Felet håller på att åtgärdas.',
  },
};

/** An open incident on accounting, and none elsewhere. */
export const incidents = (application: string | undefined, language: Language): Incident[] =>
  application === 'kirjanpito'
    ? [
        {
          id: 'incident-1',
          ...noPeriodOpens[language],
          severity: 'disruption',
          since: new Date(Date.now() - HOUR).toISOString(),
          link: 'https://community.visma.fi',
        },
      ]
    : [];

const articles: readonly Article[] = [
  {
    id: 'article-1',
    title: 'Tilikauden avaaminen ja sulkeminen',
    excerpt:
      'Uusi tilikausi avataan kohdassa Perustiedot | Tilikaudet. Edellisen kauden on oltava voimassa.',
    link: 'https://community.visma.fi',
    source: 'manual',
  },
  {
    id: 'article-2',
    title: 'Tilikausi ei avaudu vuodenvaihteessa',
    excerpt: 'Muistin ensin sulkea kuukauden, sen jälkeen tilikauden avaaminen onnistui.',
    link: 'https://community.visma.fi',
    source: 'forum',
  },
  {
    id: 'article-3',
    title: 'Tase ei täsmää tilinavauksen jälkeen',
    excerpt: 'Tarkista, että alkusaldot on siirretty kaikille kustannuspaikoille.',
    link: 'https://community.visma.fi',
    source: 'forum',
  },
];

/** Articles that hold the beginning of any word that was typed; the real endpoint knows Finnish word forms. */
export function articlesAbout(q: string): Article[] {
  const stems = q
    .toLocaleLowerCase('fi')
    .split(/\s+/)
    .filter((word) => word.length > 3)
    .map((word) => word.slice(0, 5));
  return articles.filter(({ title, excerpt }) =>
    stems.some((stem) => `${title} ${excerpt}`.toLocaleLowerCase('fi').includes(stem)),
  );
}
