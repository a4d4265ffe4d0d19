const lines = [
  ['1700', 'Myyntisaamiset', 'Kahvila Kulma Oy', '12 480,00'],
  ['1910', 'Pankkitili', 'Äänekosken Sähkö Ky', '48 211,55'],
  ['2871', 'Ostovelat', 'Rakennus Öhman Oy', '7 905,20'],
  ['2939', 'Arvonlisäverovelka', 'Verohallinto', '3 164,08'],
  ['3000', 'Myynti 25,5 %', 'Kahvila Kulma Oy', '9 944,22'],
];

/** What Print Screen makes of an accounting program: a table, a name that is nobody else's business, and an error. */
export async function screen(name = 'image.png', width = 1280, height = 720): Promise<File> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser draws nothing.');
  const fill = (colour: string, x: number, y: number, w: number, h: number) => {
    context.fillStyle = colour;
    context.fillRect(x, y, w, h);
  };
  const write = (
    text: string,
    x: number,
    y: number,
    colour = '#17242b',
    font = '18px sans-serif',
  ) => {
    context.fillStyle = colour;
    context.font = font;
    context.fillText(text, x, y);
  };
  fill('#ffffff', 0, 0, width, height);
  fill('#0b5a6e', 0, 0, width, 44);
  write('Kirjanpito  |  Tositteet  |  Tilikaudet', 24, 29, '#ffffff', '600 18px sans-serif');
  write('Tilikausi 1.1.2026–31.12.2026', 24, 90, '#17242b', '600 24px sans-serif');
  for (const [row, cells] of lines.entries()) {
    const y = 130 + row * 44;
    if (row % 2 === 0) fill('#f5f7f7', 24, y, width - 48, 44);
    for (const [column, text] of cells.entries())
      write(text, [40, 130, 420, width - 200][column] ?? 40, y + 28);
  }
  fill('#fdecea', 24, 400, width - 48, 84);
  fill('#b3261e', 24, 400, 4, 84);
  write('Tilikauden avaaminen ei onnistunut', 48, 434, '#b3261e', '600 18px sans-serif');
  write('Kausi ei ole voimassa. Virhe FIV-2210.', 48, 464);
  return new File([await canvas.convertToBlob()], name, { type: 'image/png' });
}
