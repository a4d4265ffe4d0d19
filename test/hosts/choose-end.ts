/** Chooses when access ends. A person presses the label; the radio button itself lies beneath it. Runs in the page. */
export function chooseEnd(value: string): void {
  const radios = document
    .querySelector('advisory-access-approval')
    ?.shadowRoot?.querySelectorAll<HTMLInputElement>(`input[type=radio][value="${value}"]`);
  for (const radio of radios ?? []) radio.click();
}
