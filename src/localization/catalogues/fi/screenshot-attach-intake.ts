import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1ca8j: str`Otettiin kuvia tiedostosta ”${0}”: ${1}. Jäi pois: ${2}, koska liitteitä voi olla enintään ${3}. Poista ensin liitteitä ja lisää asiakirja uudelleen, tai liitä puuttuvat kuvat.`,
  s1nj4h: str`Kuvien päällä olevat muodot, tekstiruudut ja muut eivät tulleet mukaan asiakirjasta ”${0}”. Tarkista, ettei kuvissa näy mitään, minkä ne peittivät; peitä se valinnalla Muokkaa.`,
  s2h23u: str`”${0}” on vioittunut tai jäänyt kesken, joten sitä ei voi näyttää. Ota kuvaruutukaappaus tai tallenna tiedosto uudelleen.`,
  s2mq7u: str`”${0}” on liian suuri: yksi tiedosto voi olla enintään ${1}. Ota kuvaruutukaappaus pienemmästä alueesta tai tallenna tiedosto pienempänä.`,
  s2z193: str`”${0}” on suojattu. Jos sen avaamiseen tarvitaan salasana, tuki ei voi lukea sitä: tallenna se ilman salasanaa ja liitä se tiedosto tämän sijaan.`,
  s340qb: str`”${0}” jäi liittämättä: selaimen seurannanesto antaa kuvan tilalla kohinaa. Salli tämän sivun lukea canvas-tietoja osoitteen vieressä olevasta kuvakkeesta ja lisää kuva uudelleen, tai käytä toista selainta.`,
  s3g4l3: str`”${0}” on tallennettu Wordin vanhassa muodossa. Tallenna se .docx-muodossa tai kopioi kuvat ja liitä ne suoraan tähän.`,
  s3xks5: str`Tiedostoa ”${0}” ei voitu lukea. Se voi olla kansio, tai se on siirretty. Valitse tiedosto uudelleen.`,
  s5yxp: str`”${0}” on liian suuri kuva: siinä voi olla enintään ${1} kuvapistettä ja yhdellä sivulla enintään ${2}. Ota kuvaruutukaappaus pienemmästä alueesta.`,
  s6nj9h: str`”${0}” sisältää enemmän kuin tässä voi turvallisesti avata. Kopioi kuvat asiakirjasta ja liitä ne suoraan tähän.`,
  s6vpbn: str`Tiedostoa ”${0}” ei voi liittää, koska sen tyyppiä ei hyväksytä. Hyväksytyt tyypit: ${1}. Ota kuvaruutukaappaus siitä, mitä haluat näyttää, tai tallenna tiedosto jossakin näistä muodoista.`,
  s6wqvx: str`Word-asiakirjojen avaamiseen tarvittavaa osaa ei voitu ladata, joten ”${0}” jätettiin pois. Tarkista verkkoyhteys ja yritä uudelleen tai kopioi kuvat ja liitä ne suoraan tähän.`,
  s7kzks: str`Tiedoston ”${0}” sisältö ei vastaa sen nimeä, joten tiedostoa ei liitetty. Avaa se ohjelmassa, jolla se on tehty, ja tallenna se PNG-kuvana tai ota siitä kuvaruutukaappaus.`,
  s82pl4: str`”${0}” on tyhjä tiedosto, joten siinä ei ole mitään lähetettävää. Tallenna tiedosto uudelleen tai ota uusi kuvaruutukaappaus.`,
  s842j7: str`Asiakirjassa ”${0}” ei näy kuvia. Ota kuvaruutukaappaus ja liitä se tähän suoraan.`,
  s8gmc7: str`Asiakirja ”${0}” viittaa muualla oleviin kuviin, eikä niitä haeta. Kopioi kuvat ja liitä ne suoraan tähän.`,
  s8rf3m: str`Kuvaa ”${0}” ei voitu ottaa: sen muoto on ${1}, jota ei voi näyttää täällä. Kopioi kuva asiakirjassa ja liitä se tähän, tai ota siitä kuvaruutukaappaus.`,
  s8x8rn: str`”${0}” jätettiin pois: liitteitä voi olla enintään ${1}. Poista ensin jokin liite ja lisää tiedosto sitten uudelleen.`,
  s96u9o: str`”${0}” jäi pois: asiakirjassa näkyy kuvasta vain osa, eikä sitä osaa voi rajata täällä. Ota siitä kuvaruutukaappaus ja liitä se tähän.`,
  s9jimr: str`”${0}” on suojattu salasanalla, joten sen kuvia ei voi ottaa talteen. Avaa asiakirja, kopioi kuvat ja liitä ne suoraan tähän.`,
  sccaf: str`”${0}” ei enää mahdu: liitteet voivat olla yhteensä enintään ${1}. Poista jokin liite tai rajaa kuvia ja lisää tiedosto sitten uudelleen.`,
};
