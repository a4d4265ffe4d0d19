import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s0d51c: 'Etätuki',
  s19663: 'Näet koko ajan, mitä koneellasi tehdään.',
  s1ecc3: 'Minä soitin Vismalle',
  s2af4b: 'Älä lataa mitään, ennen kuin tiedät, kenen kanssa puhut',
  s61d9b: 'Näin tiedät, että puhut Visman asiakaspalvelun kanssa.',
  s6a839: 'Yhteys on salattu.',
  s6ebc9: 'Haetaan…',
  s793e8: 'Asiakaspalveluun ei ole yhteyttä. Nämä ovat etätuen yleiset tiedot.',
  s89c8e: 'Kumpi soitti?',
  s8ae45: 'Kumpikin voi katkaista yhteyden milloin tahansa.',
  s8cafd: 'Yhteys alkaa aina sinun aloitteestasi.',
  s9f39d: 'Minulle soitettiin',
  sa82e1: 'Katkaise puhelu ja soita meille:',
  se64c6: 'Tätä osaa ei voitu ladata. Tarkista verkkoyhteys ja vastaa uudelleen.',
  secb33: 'Jos sinulle soitettiin tai olet epävarma, katkaise puhelu ja soita meille:',
  sf514a: 'Älä lataa ohjelmaa',
};
