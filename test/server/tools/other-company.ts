/** A file of the configuration: a company with one product, in two languages. */
export const otherCompany = `
products:
  - id: payroll
    name: { fi: Palkat, sv: Löner }
    applications:
      - id: payslips
        name: { fi: Palkkalaskelmat, sv: Lönespecifikationer }
contact:
  phone: '09 123 4567'
  email: tuki@yritys.example
  hours:
    timeZone: Europe/Stockholm
    weekly:
      - { days: [1, 3], from: '10:00', to: '14:30' }
    closedDays:
      holidays: none
      dates: ['2026-12-23']
attachments:
  types: [image/png]
  count: 3
  megabytesEach: 2
  megabytesTotal: 5
  megapixels: 20
polling: { approval: 60, badge: 120 }
`;
