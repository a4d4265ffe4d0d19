/** The request that is sent, and the row that comes of it. */
export const request = {
  kind: 'problem',
  about: 'error',
  product: 'fivaldi',
  application: 'kirjanpito',
  summary: 'Tilikauden avaaminen ei onnistu',
  critical: false,
  description: 'Avasin uuden tilikauden, ja ohjelma sanoi, että edellinen on vielä auki. '
    .repeat(6)
    .trim(),
  errorMessage: 'F-4711: Tilikautta ei voi avata',
  userIds: ['maija-makela'],
  companyNumbers: ['1234', '5678'],
  contact: {
    company: 'Tilitoimisto Äyräs Oy',
    name: 'Maija Mäkelä',
    phone: '+358 40 123 4567',
    email: 'maija@ayras.example',
  },
  attachments: [],
  language: 'fi',
};
const content = JSON.stringify(request);

const columns =
  'tenant, owner, id, staff_id, serial, number, subject, status, sender, content, created_at, updated_at';

/** Of a person of another tenant than the one who sends, so that neither meets the other's rows. */
export const insertRow = (id) => ({
  text: `insert into support_requests (${columns})
    values ('bare', 'bare', $1, $1, default, $2, $3, 'received', $4, $5, now(), now())`,
  values: [
    id,
    `BARE-${id}`,
    'Visma Fivaldi Kirjanpito, Tilikauden avaaminen ei onnistu',
    'Maija Mäkelä',
    content,
  ],
});
