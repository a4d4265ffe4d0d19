import { str } from '@lit/localize/internal/str-tag.js';
import type { TemplateMap } from '@lit/localize/internal/types.js';
import { templates as shared } from './shared.js';

/** Made by `npm run localize` from locales/; edit there. */
export const templates: TemplateMap = {
  ...shared,
  s1eepq: str`”${0}” jäi pois: muotoa ${1} ei voi näyttää tässä. Kopioi kuva asiakirjassa ja liitä se tähän tai ota siitä kuvaruutukaappaus.`,
  s1skb5: str`Tiedostoa ”${0}” ei liitetty: sisältö ei vastaa nimeä. Avaa se ohjelmassa, jolla se on tehty, ja tallenna se PNG-kuvana tai ota siitä kuvaruutukaappaus.`,
  s2d60c: str`”${0}” jäi pois: asiakirjassa näkyy kuvasta vain osa, eikä sitä voi rajata tässä. Ota siitä kuvaruutukaappaus ja liitä se tähän.`,
  s2dpuu: str`Kopioi asiakirjaan ”${0}” lisätyn asiakirjan kuvat ja liitä ne tähän: lisättyä asiakirjaa ei voi avata tässä.`,
  s2quz5: str`Kuvia tiedostosta ”${0}”: ${1}. Jäi pois: ${2}, koska liitteitä voi olla enintään ${3}. Poista liitteitä ja lisää asiakirja uudelleen tai liitä puuttuvat kuvat.`,
  s3oqbm: str`Kopioi asiakirjan ”${0}” kuvat ja liitä ne tähän: asiakirjassa on vain linkit niihin.`,
  s3wl08: str`”${0}” on vioittunut tai keskeneräinen. Ota kuvaruutukaappaus tai tallenna tiedosto uudelleen.`,
  s4bqei: str`”${0}” jäi pois: liitteitä voi olla enintään ${1}. Poista jokin liite ja lisää tiedosto uudelleen.`,
  s4gtof: str`Tiedostoa ”${0}” ei voitu lukea: se on kansio tai se on siirretty. Valitse se uudelleen.`,
  s4i1xu: str`”${0}” on tyhjä tiedosto. Tallenna se uudelleen tai ota uusi kuvaruutukaappaus.`,
  s4imls: str`”${0}” on liian suuri: tiedosto voi olla enintään ${1}. Ota kuvaruutukaappaus pienemmästä alueesta tai tallenna tiedosto pienempänä.`,
  s5msju: str`”${0}” jäi liittämättä: selaimen seurannanesto sotkee kuvan. Salli tämän sivun lukea canvas-tietoja osoitteen vieressä olevasta kuvakkeesta ja lisää kuva uudelleen tai käytä toista selainta.`,
  s5wpdk: str`”${0}” jäi pois: Word-asiakirjoja ei voida nyt avata. Tarkista verkkoyhteys ja yritä uudelleen tai kopioi kuvat ja liitä ne tähän.`,
  s6d624: str`Animaatiosta ”${0}” liitettiin vain ensimmäinen kuva. Ota muista tärkeistä vaiheista kuvaruutukaappaukset.`,
  s6rvx9: str`”${0}” on liian suuri: kuvassa voi olla enintään ${1} kuvapistettä ja yhdellä sivulla ${2}. Ota kuvaruutukaappaus pienemmästä alueesta.`,
  s737zc: str`”${0}” on suojattu. Jos sen avaamiseen tarvitaan salasana, tallenna se ilman salasanaa ja liitä se tiedosto.`,
  s73o1x: str`”${0}” on suojattu salasanalla. Avaa asiakirja, kopioi kuvat ja liitä ne tähän.`,
  s7kfxq: str`”${0}” on liian laaja turvallisesti avattavaksi. Kopioi kuvat asiakirjasta ja liitä ne tähän.`,
  s7oplh: str`Asiakirjassa ”${0}” ei ole kuvia. Ota kuvaruutukaappaus ja liitä se tähän.`,
  s7xznv: str`”${0}” on Wordin vanhassa muodossa. Tallenna se .docx-muodossa tai kopioi kuvat ja liitä ne tähän.`,
  s8cnj7: str`”${0}” pienennettiin. Jos tekstistä ei enää saa selvää, liitä kuvaruutukaappaus pienemmästä alueesta.`,
  s8kd: str`Tarkista asiakirjan ”${0}” kuvat: niiden päällä olevat muodot ja tekstiruudut eivät tulleet mukaan. Peitä niiden alta paljastunut valinnalla Muokkaa.`,
  s9il5y: str`Tiedostoa ”${0}” ei liitetty: tämä selain ei pysty näyttämään sitä. Avaa se toisessa ohjelmassa ja tallenna se PNG-kuvana tai ota siitä kuvaruutukaappaus.`,
  s9oswf: str`”${0}” ei mahdu: liitteet voivat olla yhteensä enintään ${1}. Poista jokin liite tai rajaa kuvia ja lisää tiedosto uudelleen.`,
  scqbs: str`Tiedostoa ”${0}” ei voi liittää: tiedostotyyppiä ei hyväksytä. Ota siitä kuvaruutukaappaus tai tallenna se jossakin näistä muodoista: ${1}.`,
};
