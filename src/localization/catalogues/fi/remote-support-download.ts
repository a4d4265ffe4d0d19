import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s11n53: 'Minulle soitettiin',
  s1tb2i: 'Haetaan…',
  s2dlo4: 'Älä lataa ohjelmaa',
  s2zhw0: 'Näet koko ajan, mitä koneellasi tehdään.',
  s3k2zm: 'Kumpi soitti?',
  s4ax6q: 'Katkaise puhelu ja soita meille:',
  s538v8: 'Jos sinulle soitettiin tai olet epävarma, katkaise puhelu ja soita meille:',
  s5k386: 'Näin tiedät, että puhut Visman asiakaspalvelun kanssa.',
  s6p2a5: 'Yhteys on salattu.',
  s6w6g9: 'Asiakaspalveluun ei ole yhteyttä. Nämä ovat etätuen yleiset tiedot.',
  s78ubp: 'Älä lataa mitään, ennen kuin tiedät, kenen kanssa puhut',
  s85led: 'Yhteys alkaa aina sinun aloitteestasi.',
  s8a19z: 'Tätä osaa ei voitu ladata. Lataa sivu uudelleen tai soita meille:',
  s8jd17: 'Minä soitin Vismalle',
  s9sn9u: 'Etätuki',
  s9zj0i: 'Kumpikin voi katkaista yhteyden milloin tahansa.',
};
