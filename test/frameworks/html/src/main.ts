import 'visma-support-widgets/define';
import { accessToken } from './sign-in.js';

const say = (id: string, text: string) => {
  const place = document.getElementById(id);
  if (place) place.textContent = text;
};

const provider = document.querySelector('support-provider');
if (provider) provider.accessToken = accessToken;
document
  .getElementById('english')
  ?.addEventListener('click', () => provider?.setAttribute('locale', 'en'));
document
  .querySelector('advisory-access-badge')
  ?.addEventListener('advisory-access-pending-changed', ({ detail }) =>
    say('waiting', `Odottaa: ${detail.count}`),
  );
document
  .querySelector('support-request-form')
  ?.addEventListener('support-request-submitted', ({ detail }) =>
    say('sent', `Lähetetty: ${detail.number ?? ''}`),
  );
