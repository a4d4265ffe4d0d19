import { join } from 'node:path';
import { startPortal } from '../../test/hosts/portal.ts';

const elements = [
  'support-request-form',
  'support-request-list',
  'advisory-access-approval',
  'remote-support-download',
];

/** How the two hosts show an element. */
const hosts = {
  'hosts-customer-portal': {
    path: 'customer-portal',
    show: (page, element) =>
      page.evaluate((name) => {
        const sections = [...document.querySelectorAll('main section')];
        location.hash = sections.find(
          (section) =>
            section.querySelector(name) ||
            section.querySelector('template')?.content.querySelector(name),
        ).id;
      }, element),
  },
  'hosts-help-menu': {
    path: 'fivaldi-help-menu',
    show: (page, element) =>
      page.evaluate(
        (name) => document.querySelector(`[data-act=support][data-value=${name}]`).click(),
        element,
      ),
  },
};

/** @param {string} only what a picture's name has in it, such as `hosts-help-menu-support-request-form` */
export const openHosts = async (only) => {
  const wanted = Object.entries(hosts).flatMap(([host, { path, show }]) =>
    elements
      .map((element) => ({ name: `${host}-${element}`, path, show, element }))
      .filter(({ name }) => name.includes(only)),
  );
  const portal = wanted.length ? await startPortal() : undefined;

  const take = async (newPage, folder, { language, theme, width }) => {
    const taken = [];
    for (const { name, path, show, element } of wanted) {
      const page = await newPage();
      const query = new URLSearchParams({ language, theme: theme === 'forced' ? 'dark' : theme });
      await page.goto(`${portal.origin}/${path}/?${query}`);
      await show(page, element);
      await page.locator(element).waitFor();
      await page.waitForLoadState('networkidle');
      const file = `${name}.${language}.${theme}.${width}.png`;
      await page.screenshot({ path: join(folder, file), fullPage: true });
      await page.close();
      taken.push({ file, title: name });
    }
    return taken;
  };

  return { take, stop: async () => portal?.stop() };
};
