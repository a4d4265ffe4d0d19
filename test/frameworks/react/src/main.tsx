import 'visma-support-widgets/define';
import 'visma-support-widgets/jsx';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { accessToken } from './sign-in.js';

function App() {
  const [locale, setLocale] = useState('fi');
  const [waiting, setWaiting] = useState(0);
  const [sent, setSent] = useState('');
  return (
    <support-provider
      endpoint="/api/support"
      product="fivaldi"
      application="kirjanpito"
      company-number="1234"
      locale={locale}
      accessToken={accessToken}
    >
      <button onClick={() => setLocale('en')}>English</button>
      <advisory-access-badge
        onadvisory-access-pending-changed={({ detail }) => setWaiting(detail.count)}
      />
      <p>Odottaa: {waiting}</p>
      <p>Lähetetty: {sent}</p>
      <support-request-form
        kind="question"
        onsupport-request-submitted={({ detail }) => setSent(detail.number ?? '')}
      />
      <screenshot-attach max-files="3" />
      <support-request-list />
      <advisory-access-approval />
      <remote-support-download />
    </support-provider>
  );
}

const place = document.getElementById('app');
if (place) createRoot(place).render(<App />);
