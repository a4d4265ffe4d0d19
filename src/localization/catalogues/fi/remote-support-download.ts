import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  s11n53: 'Minulle soitettiin',
  s1ap3k: 'Yritä uudelleen',
  s1ixct: 'Lataa sivu uudelleen tai soita meille, sillä tätä osaa ei voitu ladata:',
  s1s6t: 'Näet koko ajan, mitä tietokoneellasi tehdään.',
  s1tb2i: 'Haetaan…',
  s2dlo4: 'Älä lataa ohjelmaa',
  s390we: str`Palvelemme puhelimitse ${0}`,
  s3iwy7: 'Suomen aikaa',
  s3k2zm: 'Kuka soitti?',
  s45wqf: str`arkisin klo\u00a0${0}`,
  s4ax6q: 'Katkaise puhelu ja soita meille:',
  s5k386: 'Näin tiedät, että puhut Visman asiakaspalvelun kanssa.',
  s68l5q: 'Jos sinulle soitettiin tai olet epävarma, katkaise puhelu ja soita meille:',
  s6jj28: 'Yhteys avataan aina sinun aloitteestasi.',
  s6p2a5: 'Yhteys on salattu.',
  s7ort4: 'Älä lataa mitään, ennen kuin tiedät, kenen kanssa puhut',
  s8jd17: 'Minä soitin Vismalle',
  s9760x: 'Nämä ovat yleisiä tietoja: asiakaspalveluun ei ole yhteyttä.',
  s9sn9u: 'Etätuki',
  sx3fg: 'Kumpi tahansa osapuoli voi katkaista yhteyden.',
};
